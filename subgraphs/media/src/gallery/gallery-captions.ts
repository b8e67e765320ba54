import { SENSITIVITY_ROWS } from "@studio/identity/access/access-table.js";
import type { Tx } from "@studio/kit/db/database.js";
import { publicValues, sensitivityInUse } from "../published/public-values.js";
import type { PublishedContact } from "../published/published-contact.js";
import { findPublishedStudio } from "../published/published-studio.js";
import { isShownInGallery } from "./gallery-visitor.js";
import type { GalleryRow } from "./gallery.table.js";

/**
 * What a gallery says under contacts' pictures, by contact: what they have in the field that the studio names, as long
 * as the access table lets an open gallery show a field as confidential as that one is now.
 */
export async function captionsOf(
  tx: Tx,
  { accountId, studioId }: GalleryRow,
  contacts: readonly PublishedContact[],
): Promise<Map<string, string>> {
  const studio = await findPublishedStudio(tx, accountId, studioId);
  const fieldId = studio?.captionFieldId ?? null;
  const sensitivity = fieldId && (await sensitivityInUse(tx, accountId, fieldId));
  if (!fieldId || !sensitivity) return new Map();
  const row = SENSITIVITY_ROWS[sensitivity];
  const ids = contacts.filter((contact) => isShownInGallery(accountId, row, contact)).map(({ contactId }) => contactId);
  return publicValues(tx, accountId, fieldId, ids);
}
