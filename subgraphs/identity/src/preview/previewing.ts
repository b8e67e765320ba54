import { previewOf } from "@studio/kit/auth/preview.js";
import type { Viewer } from "@studio/kit/auth/viewer.js";
import type { ContactFieldRow } from "../contact-field/contact-field.repository.js";
import type { IdentityContext } from "../context.js";
import type { GroupRow } from "../group/manage-group.repository.js";
import type { PreviewRole } from "./preview.enums.js";

/** A preview as its type resolves it. */
export interface PreviewRow {
  role: PreviewRole;
  groups: GroupRow[];
  scopes: string[];
  fields: ContactFieldRow[];
  until: Date;
}

/** The preview that the viewer is in, or null. */
export async function previewing(viewer: Viewer, { loaders }: IdentityContext): Promise<PreviewRow | null> {
  const preview = previewOf(viewer);
  if (!preview) return null;
  const until = new Date(preview.until);
  if (viewer.kind === "api_client") {
    const { purpose: role, scopes, fieldGrants } = viewer;
    const fields = (await loaders.contactFields()).filter(({ id }) => fieldGrants.includes(id));
    return { role, groups: [], scopes, fields, until };
  }
  if (viewer.kind !== "member" || viewer.role === "owner") return null;
  const groups = await Promise.all(viewer.groupIds.map((id) => loaders.groupById.load(id)));
  return { role: viewer.role, groups: groups.filter((group) => group !== null), scopes: [], fields: [], until };
}
