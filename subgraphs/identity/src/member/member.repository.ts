import { and, eq, inArray, isNull, or, sql } from "drizzle-orm";
import type { Tx } from "@studio/kit/db/database.js";
import { account } from "../account/account.table.js";
import { group, memberGroup } from "../group/group.table.js";
import { memberInvitation } from "./member-invitation.table.js";
import { hubMembership, member } from "./member.table.js";

export type MemberRow = typeof member.$inferSelect;

/** A person at the Hub: the issuer that signed for them, and their subject there. */
export interface HubIdentity {
  issuer: string;
  subject: string;
}

export interface Membership {
  accountId: string;
  memberId: string;
  /** Whether the member has signed in before. */
  isLinked: boolean;
}

/**
 * The memberships of a Hub user, and those that wait for their email. The only read without an account.
 * @param emailIndex the digest of a verified email, or null
 */
export async function findMemberships(tx: Tx, hub: HubIdentity, emailIndex: Buffer | null): Promise<Membership[]> {
  const known = and(eq(hubMembership.issuer, hub.issuer), eq(hubMembership.subject, hub.subject));
  const waiting = emailIndex ? and(eq(hubMembership.emailIndex, emailIndex), isNull(hubMembership.subject)) : undefined;
  return tx
    .select({
      accountId: hubMembership.accountId,
      memberId: hubMembership.memberId,
      isLinked: sql<boolean>`${hubMembership.subject} is not null`,
    })
    .from(hubMembership)
    .where(or(known, waiting))
    .orderBy(hubMembership.accountId);
}

export interface MemberStanding {
  role: MemberRow["role"];
  status: MemberRow["status"];
  accountStatus: (typeof account.$inferSelect)["status"];
  /** The groups in use that the member is assigned to. */
  groupIds: string[];
  /** Until when an invitation may be followed; null if there is none. */
  invitedUntil: Date | null;
}

/** What decides whether a member is let in, and as what: one query. */
export async function findStanding(tx: Tx, accountId: string, memberId: string): Promise<MemberStanding | null> {
  const groupIds = sql<string[]>`array(
    select ${memberGroup.groupId} from ${memberGroup}
    join ${group} on ${group.accountId} = ${memberGroup.accountId} and ${group.id} = ${memberGroup.groupId}
      and ${group.archivedAt} is null
    where ${memberGroup.accountId} = ${member.accountId} and ${memberGroup.memberId} = ${member.id})`;
  const [row] = await tx
    .select({
      role: member.role,
      status: member.status,
      accountStatus: account.status,
      groupIds,
      invitedUntil: memberInvitation.expiresAt,
    })
    .from(member)
    .innerJoin(account, eq(account.accountId, member.accountId))
    .leftJoin(
      memberInvitation,
      and(eq(memberInvitation.accountId, member.accountId), eq(memberInvitation.memberId, member.id)),
    )
    .where(and(eq(member.accountId, accountId), eq(member.id, memberId)));
  return row ?? null;
}

/** The member, or null. */
export async function findMember(tx: Tx, accountId: string, id: string): Promise<MemberRow | null> {
  const [row] = await tx
    .select()
    .from(member)
    .where(and(eq(member.accountId, accountId), eq(member.id, id)));
  return row ?? null;
}

/**
 * Ties a member to their Hub identity and makes an invited one active; what they were sent is used up.
 * @returns false if they were tied before, or shut out meanwhile
 */
export async function linkMember(tx: Tx, accountId: string, id: string, hub: HubIdentity): Promise<boolean> {
  const linked = await tx
    .update(member)
    .set({ ...hub, status: sql`case when ${member.status} = 'invited' then 'active' else ${member.status} end` })
    .where(
      and(
        eq(member.accountId, accountId),
        eq(member.id, id),
        isNull(member.subject),
        inArray(member.status, ["invited", "active"]),
      ),
    )
    .returning({ id: member.id });
  if (linked.length === 0) return false;
  const mine = and(eq(hubMembership.accountId, accountId), eq(hubMembership.memberId, id));
  await tx.update(hubMembership).set(hub).where(mine);
  const sent = and(eq(memberInvitation.accountId, accountId), eq(memberInvitation.memberId, id));
  await tx.delete(memberInvitation).where(sent);
  return true;
}

/** Where the account's active owners are written to, in a stable order. */
export async function listOwnerEmails(tx: Tx, accountId: string): Promise<string[]> {
  const rows = await tx
    .select({ email: member.email })
    .from(member)
    .where(and(eq(member.accountId, accountId), eq(member.role, "owner"), eq(member.status, "active")))
    .orderBy(member.id);
  return rows.map(({ email }) => email);
}
