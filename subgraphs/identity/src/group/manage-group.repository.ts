import { and, asc, count, eq, inArray, isNull, sql } from "drizzle-orm";
import { idArray } from "@studio/kit/db/id-array.js";
import type { Tx } from "@studio/kit/db/database.js";
import { contact } from "../contact/contact.table.js";
import type { CreatedPosition } from "../created-position.js";
import { group, groupContact } from "./group.table.js";

export type GroupRow = typeof group.$inferSelect;

export interface GroupPage {
  limit: number;
  /** The last row of the page before. */
  after: CreatedPosition | null;
  /** Only these groups; null for no such limit. */
  ids: readonly string[] | null;
  withArchived: boolean;
}

/** A page of groups by the time they were made, the id last. */
export function pageGroups(
  tx: Tx,
  accountId: string,
  { limit, after, ids, withArchived }: GroupPage,
): Promise<GroupRow[]> {
  const isAfter =
    after && sql`(${group.createdAt}, ${group.id}) > (${after.createdAt}::timestamptz, ${after.id}::uuid)`;
  return tx
    .select()
    .from(group)
    .where(
      and(
        eq(group.accountId, accountId),
        withArchived ? undefined : isNull(group.archivedAt),
        ids ? sql`${group.id} = any(${idArray(ids)})` : undefined,
        isAfter ?? undefined,
      ),
    )
    .orderBy(asc(group.createdAt), asc(group.id))
    .limit(limit);
}

/** The groups with these ids, in no order. */
export function findGroups(tx: Tx, accountId: string, ids: readonly string[]): Promise<GroupRow[]> {
  return tx
    .select()
    .from(group)
    .where(and(eq(group.accountId, accountId), inArray(group.id, [...ids])));
}

/**
 * The group, held until the transaction ends; null if there is none. Who holds contacts may name it meanwhile, as a
 * merge does: they would wait for each other crosswise.
 */
export async function lockGroup(tx: Tx, accountId: string, id: string): Promise<GroupRow | null> {
  const one = and(eq(group.accountId, accountId), eq(group.id, id));
  const [row] = await tx.select().from(group).where(one).for("no key update");
  return row ?? null;
}

/** Adds a group. @returns null if another in use has its name */
export async function insertGroup(tx: Tx, row: typeof group.$inferInsert): Promise<GroupRow | null> {
  const [added] = await tx.insert(group).values(row).onConflictDoNothing().returning();
  return added ?? null;
}

/** Changes a group's name, or whether it is in use. @throws a violation of `contact_group_name_once` */
export async function updateGroup(
  tx: Tx,
  { accountId, id }: GroupRow,
  values: Partial<Pick<GroupRow, "name" | "archivedAt">>,
): Promise<GroupRow> {
  const one = and(eq(group.accountId, accountId), eq(group.id, id));
  const [row] = await tx.update(group).set(values).where(one).returning();
  return row!;
}

/** Deletes a group; who was in it, or assigned to it, is so no more. */
export async function deleteGroupRow(tx: Tx, { accountId, id }: GroupRow): Promise<void> {
  await tx.delete(group).where(and(eq(group.accountId, accountId), eq(group.id, id)));
}

/** Puts contacts into a group. @returns those who were not in it */
export async function putContacts(tx: Tx, { accountId, id }: GroupRow, ids: readonly string[]): Promise<string[]> {
  const rows = await tx.execute<{ contact_id: string }>(sql`
    insert into identity.group_contact (account_id, group_id, contact_id)
    select ${accountId}::uuid, ${id}::uuid, given.id from unnest(${idArray(ids)}) as given (id)
    on conflict do nothing returning contact_id`);
  return rows.map((row) => row.contact_id);
}

/** Takes contacts out of a group. @returns those who were in it */
export async function takeContacts(tx: Tx, { accountId, id }: GroupRow, ids: readonly string[]): Promise<string[]> {
  const those = and(
    eq(groupContact.accountId, accountId),
    eq(groupContact.groupId, id),
    sql`${groupContact.contactId} = any(${idArray(ids)})`,
  );
  const rows = await tx.delete(groupContact).where(those).returning({ contactId: groupContact.contactId });
  return rows.map((row) => row.contactId);
}

/** How many contacts a group has, and how many of them are under restriction. */
export interface GroupCount {
  groupId: string;
  contacts: number;
  restricted: number;
}

/** Counts the contacts of each of these groups; a group without any is left out. */
export function countContacts(tx: Tx, accountId: string, ids: readonly string[]): Promise<GroupCount[]> {
  const isOfGroup = and(eq(contact.accountId, groupContact.accountId), eq(contact.id, groupContact.contactId));
  return tx
    .select({ groupId: groupContact.groupId, contacts: count(), restricted: count(contact.restrictedAt) })
    .from(groupContact)
    .innerJoin(contact, isOfGroup)
    .where(and(eq(groupContact.accountId, accountId), inArray(groupContact.groupId, [...ids])))
    .groupBy(groupContact.groupId);
}
