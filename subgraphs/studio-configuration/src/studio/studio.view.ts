import { toGlobalId } from "@studio/kit/paging/global-id.js";
import { ContactField } from "../contact-field/contact-field.stub.js";
import type { StudioRow } from "./studio.repository.js";
import { Studio } from "./studio.type.js";

/** A studio as the graph shows it. */
export function toStudio(row: StudioRow): Studio {
  return Object.assign(new Studio(), row, {
    id: toGlobalId("Studio", row.id),
    backdrop: row.recipe.backdrop,
    galleryCaption: row.captionFieldId && new ContactField(row.captionFieldId),
  });
}
