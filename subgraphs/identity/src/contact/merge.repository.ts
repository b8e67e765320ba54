import { and, eq, isNull, or, sql } from "drizzle-orm";
import type { Tx } from "@studio/kit/db/database.js";
import { idArray } from "@studio/kit/db/id-array.js";
import { groupContact } from "../group/group.table.js";
import type { ContactRow } from "./contact.repository.js";
import { contact, contactKey } from "./contact.table.js";
import { contactMerge } from "./contact-merge.table.js";

export type MergeRow = typeof contactMerge.$inferSelect;

/** The two sides of a merge. */
export interface Pair {
  accountId: string;
  survivorId: string;
  duplicateId: string;
}

export async function insertMerge(tx: Tx, row: typeof contactMerge.$inferInsert): Promise<void> {
  await tx.insert(contactMerge).values(row);
}

/** The merge of this duplicate that was not undone, or null. */
export async function findMerge(tx: Tx, accountId: string, duplicateId: string): Promise<MergeRow | null> {
  const [row] = await tx
    .select()
    .from(contactMerge)
    .where(
      and(
        eq(contactMerge.accountId, accountId),
        eq(contactMerge.duplicateId, duplicateId),
        isNull(contactMerge.undoneAt),
      ),
    );
  return row ?? null;
}

export async function markUndone(tx: Tx, { accountId, id }: MergeRow, at: Date): Promise<void> {
  await tx
    .update(contactMerge)
    .set({ undoneAt: at })
    .where(and(eq(contactMerge.accountId, accountId), eq(contactMerge.id, id)));
}

/** What a merge writes of a contact. */
export type MergeValues = Partial<
  Pick<ContactRow, "status" | "archivedFrom" | "mergedInto" | "externalId" | "phoneSealed" | "custom" | "sealedCustom">
>;

/** Writes one side of a merge. The caller holds the contact. */
export async function writeMerged(
  tx: Tx,
  { accountId, id }: ContactRow,
  values: MergeValues,
  at: Date,
): Promise<ContactRow> {
  const [row] = await tx
    .update(contact)
    .set({ ...values, version: sql`${contact.version} + 1`, updatedAt: at })
    .where(and(eq(contact.accountId, accountId), eq(contact.id, id)))
    .returning();
  return row!;
}

/** Puts the survivor into the duplicate's groups. @returns those they were not in */
export async function uniteGroups(tx: Tx, { accountId, survivorId, duplicateId }: Pair): Promise<string[]> {
  const rows = await tx.execute<{ group_id: string }>(sql`
    insert into identity.group_contact (account_id, group_id, contact_id)
    select account_id, group_id, ${survivorId}::uuid from identity.group_contact
    where account_id = ${accountId} and contact_id = ${duplicateId}
    on conflict do nothing returning group_id`);
  return rows.map((row) => row.group_id);
}

/** Takes the survivor out of groups that a merge put them into. */
export async function partGroups(tx: Tx, { accountId, survivorId }: Pair, groupIds: readonly string[]): Promise<void> {
  const those = sql`${groupContact.groupId} = any(${idArray(groupIds)})`;
  await tx
    .delete(groupContact)
    .where(and(eq(groupContact.accountId, accountId), eq(groupContact.contactId, survivorId), those));
}

/** Holds the duplicate's keys for the survivor: what they sealed goes with the survivor. @returns whose keys they are */
export async function handOverKeys(tx: Tx, { accountId, survivorId, duplicateId }: Pair): Promise<string[]> {
  const theirs = or(eq(contactKey.contactId, duplicateId), eq(contactKey.heldFor, duplicateId));
  const rows = await tx
    .update(contactKey)
    .set({ heldFor: survivorId })
    .where(and(eq(contactKey.accountId, accountId), theirs))
    .returning({ id: contactKey.contactId });
  return rows.map(({ id }) => id);
}

/** Gives the duplicate its keys back. */
export async function handBackKeys(tx: Tx, { accountId, duplicateId }: Pair, keyIds: readonly string[]): Promise<void> {
  await tx
    .update(contactKey)
    .set({ heldFor: sql`nullif(${duplicateId}::uuid, ${contactKey.contactId})` })
    .where(and(eq(contactKey.accountId, accountId), sql`${contactKey.contactId} = any(${idArray(keyIds)})`));
}
