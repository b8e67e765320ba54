import { and, eq, gt, inArray } from "drizzle-orm";
import type { Tx } from "@studio/kit/db/database.js";
import { account } from "../account/account.table.js";
import { memberInvitation } from "./member-invitation.table.js";
import { member } from "./member.table.js";

export type MemberInvitationRow = typeof memberInvitation.$inferSelect;

/** Keeps a new invitation in the place of the member's earlier one, whose link is dead from then on. */
export async function putInvitation(tx: Tx, row: typeof memberInvitation.$inferInsert): Promise<void> {
  const { id, tokenHash, tokenSealed, invitedBy, createdAt, expiresAt } = row;
  await tx
    .insert(memberInvitation)
    .values(row)
    .onConflictDoUpdate({
      target: [memberInvitation.accountId, memberInvitation.memberId],
      set: { id, tokenHash, tokenSealed, invitedBy, createdAt, expiresAt, sentAt: null },
    });
}

/** The invitations of these members, in no order. */
export function findInvitations(tx: Tx, accountId: string, ids: readonly string[]): Promise<MemberInvitationRow[]> {
  return tx
    .select()
    .from(memberInvitation)
    .where(and(eq(memberInvitation.accountId, accountId), inArray(memberInvitation.memberId, [...ids])));
}

export async function deleteInvitation(tx: Tx, accountId: string, memberId: string): Promise<void> {
  const one = and(eq(memberInvitation.accountId, accountId), eq(memberInvitation.memberId, memberId));
  await tx.delete(memberInvitation).where(one);
}

/** What an invitation's mail says, or the page behind its link. */
function invitationWithPlace(tx: Tx) {
  return tx
    .select({
      invitation: memberInvitation,
      email: member.email,
      role: member.role,
      accountName: account.name,
      locale: account.defaultLocale,
    })
    .from(memberInvitation)
    .innerJoin(member, and(eq(member.accountId, memberInvitation.accountId), eq(member.id, memberInvitation.memberId)))
    .innerJoin(account, eq(account.accountId, memberInvitation.accountId))
    .$dynamic();
}

/** The invitation behind a link, if it may be followed at `now`; null otherwise. */
export async function findOffer(tx: Tx, accountId: string, tokenHash: Buffer, now: Date) {
  const byToken = and(eq(memberInvitation.accountId, accountId), eq(memberInvitation.tokenHash, tokenHash));
  const isOpen = and(gt(memberInvitation.expiresAt, now), eq(member.status, "invited"));
  const [row] = await invitationWithPlace(tx).where(and(byToken, isOpen));
  return row ?? null;
}

/** The invitation with this id, or null if it was followed, withdrawn or replaced. */
export async function findInvitation(tx: Tx, accountId: string, id: string) {
  const one = and(eq(memberInvitation.accountId, accountId), eq(memberInvitation.id, id));
  const [row] = await invitationWithPlace(tx).where(one);
  return row ?? null;
}

/** Notes that the mail has left and destroys the sealed token. */
export async function markInvitationSent(tx: Tx, accountId: string, id: string, at: Date): Promise<void> {
  const one = and(eq(memberInvitation.accountId, accountId), eq(memberInvitation.id, id));
  await tx.update(memberInvitation).set({ sentAt: at, tokenSealed: null }).where(one);
}
