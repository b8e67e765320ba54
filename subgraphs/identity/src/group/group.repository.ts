import { and, eq, inArray } from "drizzle-orm";
import type { Tx } from "@studio/kit/db/database.js";
import { groupContact } from "./group.table.js";

/** Which of these contacts is in which group. */
export function listGroupsOfContacts(
  tx: Tx,
  accountId: string,
  contactIds: readonly string[],
): Promise<{ contactId: string; groupId: string }[]> {
  return tx
    .select({ contactId: groupContact.contactId, groupId: groupContact.groupId })
    .from(groupContact)
    .where(and(eq(groupContact.accountId, accountId), inArray(groupContact.contactId, [...contactIds])));
}
