import { and, asc, eq, inArray, or, sql } from "drizzle-orm";
import type { Tx } from "@studio/kit/db/database.js";
import type { CreatedPosition } from "../created-position.js";
import type { MemberStatus } from "./member-status.js";
import type { MemberRow } from "./member.repository.js";
import { hubMembership, member } from "./member.table.js";
import type { Standing } from "./member.policy.js";

export interface MemberPage {
  limit: number;
  /** The last row of the page before. */
  after: CreatedPosition | null;
  statuses: readonly MemberStatus[];
}

/** A page of members by the time they were first invited, the id last. */
export function pageMembers(tx: Tx, accountId: string, { limit, after, statuses }: MemberPage): Promise<MemberRow[]> {
  const isAfter =
    after && sql`(${member.createdAt}, ${member.id}) > (${after.createdAt}::timestamptz, ${after.id}::uuid)`;
  return tx
    .select()
    .from(member)
    .where(and(eq(member.accountId, accountId), inArray(member.status, [...statuses]), isAfter ?? undefined))
    .orderBy(asc(member.createdAt), asc(member.id))
    .limit(limit);
}

/** The members with these ids, in no order. */
export function findMembers(tx: Tx, accountId: string, ids: readonly string[]): Promise<MemberRow[]> {
  return tx
    .select()
    .from(member)
    .where(and(eq(member.accountId, accountId), inArray(member.id, [...ids])));
}

/** The member with this normalised email, held until the transaction ends; null if there is none. */
export async function lockMemberByEmail(tx: Tx, accountId: string, emailKey: string): Promise<MemberRow | null> {
  const [row] = await tx
    .select()
    .from(member)
    .where(and(eq(member.accountId, accountId), eq(member.emailKey, emailKey)))
    .for("update");
  return row ?? null;
}

/**
 * The members with these ids and every active owner, held until the transaction ends, always in one order: whoever
 * changes a standing waits for whoever is changing one that the decision rests on.
 */
export function lockStandings(tx: Tx, accountId: string, ids: readonly string[]): Promise<MemberRow[]> {
  const isActiveOwner = and(eq(member.role, "owner"), eq(member.status, "active"));
  return tx
    .select()
    .from(member)
    .where(and(eq(member.accountId, accountId), or(inArray(member.id, [...ids]), isActiveOwner)))
    .orderBy(asc(member.id))
    .for("update");
}

/** Adds a member. @returns null if the email is another's */
export async function insertMember(tx: Tx, row: typeof member.$inferInsert): Promise<MemberRow | null> {
  const [added] = await tx.insert(member).values(row).onConflictDoNothing().returning();
  return added ?? null;
}

/** Invites a removed member anew, tied to nobody at the Hub. */
export async function reinviteMember(
  tx: Tx,
  accountId: string,
  id: string,
  { name, email, role }: Pick<MemberRow, "name" | "email" | "role">,
): Promise<MemberRow> {
  return update(tx, accountId, id, { name, email, role, status: "invited", issuer: null, subject: null });
}

export async function setStanding(tx: Tx, accountId: string, id: string, standing: Standing): Promise<MemberRow> {
  return update(tx, accountId, id, standing);
}

async function update(tx: Tx, accountId: string, id: string, values: Partial<MemberRow>): Promise<MemberRow> {
  const one = and(eq(member.accountId, accountId), eq(member.id, id));
  const [row] = await tx.update(member).set(values).where(one).returning();
  return row!;
}

/** Lets a first sign-in find the member by the digest of their email. */
export async function listInDirectory(tx: Tx, accountId: string, memberId: string, emailIndex: Buffer): Promise<void> {
  await tx.insert(hubMembership).values({ accountId, memberId, emailIndex });
}

/** Unties a member from the Hub: no sign-in finds them from now on. */
export async function removeFromDirectory(tx: Tx, accountId: string, memberId: string): Promise<void> {
  const one = and(eq(hubMembership.accountId, accountId), eq(hubMembership.memberId, memberId));
  await tx.delete(hubMembership).where(one);
}

/** The member, held until the transaction ends, so that their role stays what it is; null if there is none. */
export async function lockStanding(tx: Tx, accountId: string, id: string): Promise<Standing | null> {
  const one = and(eq(member.accountId, accountId), eq(member.id, id));
  const [row] = await tx.select({ role: member.role, status: member.status }).from(member).where(one).for("share");
  return row ?? null;
}
