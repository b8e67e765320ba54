import type { AccessRow } from "@studio/identity/access/access-table.js";
import { decideFieldAccess } from "@studio/identity/access/decide-field-access.js";
import type { PublishedContact } from "../published/published-contact.js";

/** Whether the access table lets whoever stands in an open gallery see a row of a contact. */
export function isShownInGallery(accountId: string, row: AccessRow, contact: PublishedContact): boolean {
  const facts = { ...contact, galleryOpened: true };
  return decideFieldAccess({ kind: "anonymous", accountId }, row, facts).kind === "read";
}
