import { and, eq, inArray } from "drizzle-orm";
import type { Tx } from "@studio/kit/db/database.js";
import { group, memberGroup } from "./group.table.js";

/** Assigns a member to groups; being assigned already is fine. @returns false if one of the groups does not exist */
export async function assignToGroups(
  tx: Tx,
  accountId: string,
  memberId: string,
  groupIds: readonly string[],
): Promise<boolean> {
  if (groupIds.length === 0) return true;
  const found = await tx
    .select({ groupId: group.id })
    .from(group)
    .where(and(eq(group.accountId, accountId), inArray(group.id, [...groupIds])))
    .for("key share");
  if (found.length < groupIds.length) return false;
  await tx
    .insert(memberGroup)
    .values(found.map(({ groupId }) => ({ accountId, memberId, groupId })))
    .onConflictDoNothing();
  return true;
}

/** Gives a member a group. @returns whether they did not have it */
export async function assign(tx: Tx, accountId: string, memberId: string, groupId: string): Promise<boolean> {
  const row = { accountId, memberId, groupId };
  const added = await tx
    .insert(memberGroup)
    .values(row)
    .onConflictDoNothing()
    .returning({ groupId: memberGroup.groupId });
  return added.length > 0;
}

/** Takes a group from a member. @returns whether they had it */
export async function unassign(tx: Tx, accountId: string, memberId: string, groupId: string): Promise<boolean> {
  const one = and(
    eq(memberGroup.accountId, accountId),
    eq(memberGroup.memberId, memberId),
    eq(memberGroup.groupId, groupId),
  );
  const taken = await tx.delete(memberGroup).where(one).returning({ groupId: memberGroup.groupId });
  return taken.length > 0;
}

/** Takes every group from a member. */
export async function unassignEverywhere(tx: Tx, accountId: string, memberId: string): Promise<void> {
  await tx.delete(memberGroup).where(and(eq(memberGroup.accountId, accountId), eq(memberGroup.memberId, memberId)));
}

/** Which of these groups has which coordinators. */
export function listCoordinatorsOfGroups(
  tx: Tx,
  accountId: string,
  groupIds: readonly string[],
): Promise<{ groupId: string; memberId: string }[]> {
  return tx
    .select({ groupId: memberGroup.groupId, memberId: memberGroup.memberId })
    .from(memberGroup)
    .where(and(eq(memberGroup.accountId, accountId), inArray(memberGroup.groupId, [...groupIds])))
    .orderBy(memberGroup.memberId);
}

/** Which of these members has which groups. */
export function listGroupsOfMembers(
  tx: Tx,
  accountId: string,
  memberIds: readonly string[],
): Promise<{ groupId: string; memberId: string }[]> {
  return tx
    .select({ groupId: memberGroup.groupId, memberId: memberGroup.memberId })
    .from(memberGroup)
    .where(and(eq(memberGroup.accountId, accountId), inArray(memberGroup.memberId, [...memberIds])))
    .orderBy(memberGroup.groupId);
}
