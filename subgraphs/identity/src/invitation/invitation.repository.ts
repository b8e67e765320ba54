import { and, eq, getTableColumns, gt, inArray, isNull, sql, type SQL } from "drizzle-orm";
import type { Tx } from "@studio/kit/db/database.js";
import { idArray } from "@studio/kit/db/id-array.js";
import { account } from "../account/account.table.js";
import { contact } from "../contact/contact.table.js";
import { invitation } from "./invitation.table.js";

export type InvitationRow = typeof invitation.$inferSelect;
export type NewInvitation = typeof invitation.$inferInsert;

const one = (accountId: string, id: string) => and(eq(invitation.accountId, accountId), eq(invitation.id, id));

/** What nobody has accepted or withdrawn, and whose time is not over. */
const isOpenAt = (now: Date) =>
  and(isNull(invitation.acceptedAt), isNull(invitation.revokedAt), gt(invitation.expiresAt, now));

export async function insertInvitations(tx: Tx, rows: readonly NewInvitation[]): Promise<InvitationRow[]> {
  return tx
    .insert(invitation)
    .values([...rows])
    .returning();
}

/** Contacts who were only known become invited. @returns which */
export async function markInvited(tx: Tx, accountId: string, ids: readonly string[], at: Date): Promise<Set<string>> {
  const those = sql`${contact.id} = any(${idArray(ids)})`;
  return moveContacts(
    tx,
    and(eq(contact.accountId, accountId), those, eq(contact.status, "unverified")),
    "invited",
    at,
  );
}

/** A contact whom nothing invites any more is merely known again. @returns whether they were invited */
export async function markUninvited(tx: Tx, accountId: string, id: string, at: Date): Promise<boolean> {
  const open = tx
    .select({ one: sql`1` })
    .from(invitation)
    .where(and(eq(invitation.accountId, accountId), eq(invitation.contactId, id), isOpenAt(at)));
  const isThey = and(eq(contact.accountId, accountId), eq(contact.id, id), eq(contact.status, "invited"));
  return (await moveContacts(tx, and(isThey, sql`not exists ${open}`), "unverified", at)).size > 0;
}

async function moveContacts(
  tx: Tx,
  where: SQL | undefined,
  status: "invited" | "unverified",
  at: Date,
): Promise<Set<string>> {
  const rows = await tx
    .update(contact)
    .set({ status, version: sql`${contact.version} + 1`, updatedAt: at })
    .where(where)
    .returning({ id: contact.id });
  return new Set(rows.map(({ id }) => id));
}

/** The invitations with these ids, in no order. */
export function findInvitationsById(tx: Tx, accountId: string, ids: readonly string[]): Promise<InvitationRow[]> {
  return tx
    .select()
    .from(invitation)
    .where(and(eq(invitation.accountId, accountId), inArray(invitation.id, [...ids])));
}

/** What may be accepted of these contacts' invitations to a studio. The caller holds the contacts. */
export function findOpenInvitations(
  tx: Tx,
  accountId: string,
  studioId: string,
  contactIds: readonly string[],
  now: Date,
): Promise<InvitationRow[]> {
  const theirs = sql`${invitation.contactId} = any(${idArray(contactIds)})`;
  return tx
    .select()
    .from(invitation)
    .where(and(eq(invitation.accountId, accountId), theirs, eq(invitation.studioId, studioId), isOpenAt(now)));
}

export async function findByToken(tx: Tx, accountId: string, tokenHash: Buffer): Promise<InvitationRow | null> {
  const byToken = and(eq(invitation.accountId, accountId), eq(invitation.tokenHash, tokenHash));
  const [row] = await tx.select().from(invitation).where(byToken);
  return row ?? null;
}

/** The invitation, held until the transaction ends. Whoever takes it holds its contact first. */
export async function lockInvitation(tx: Tx, accountId: string, id: string): Promise<InvitationRow | null> {
  const [row] = await tx.select().from(invitation).where(one(accountId, id)).for("update");
  return row ?? null;
}

export async function updateInvitation(
  tx: Tx,
  { accountId, id }: Pick<InvitationRow, "accountId" | "id">,
  values: Partial<NewInvitation>,
): Promise<InvitationRow> {
  const [row] = await tx.update(invitation).set(values).where(one(accountId, id)).returning();
  return row!;
}

/** Withdraws every invitation of these contacts that may still be accepted. */
export async function revokeOpenInvitations(
  tx: Tx,
  accountId: string,
  contactIds: readonly string[],
  at: Date,
): Promise<void> {
  const theirs = sql`${invitation.contactId} = any(${idArray(contactIds)})`;
  await tx
    .update(invitation)
    .set({ revokedAt: at, tokenSealed: null })
    .where(and(eq(invitation.accountId, accountId), theirs, isOpenAt(at)));
}

/** Notes that the link was looked at. @returns false if it was before, or can no longer be followed */
export async function markOpened(tx: Tx, accountId: string, id: string, at: Date): Promise<boolean> {
  const opened = await tx
    .update(invitation)
    .set({ openedAt: at })
    .where(and(one(accountId, id), isNull(invitation.openedAt), isOpenAt(at)))
    .returning({ id: invitation.id });
  return opened.length > 0;
}

/** Notes that the mail with a link has left and destroys the sealed token, unless a newer link has taken its place. */
export async function markLinkSent(tx: Tx, accountId: string, id: string, issue: number, at: Date): Promise<void> {
  await tx
    .update(invitation)
    .set({ sentAt: at, tokenSealed: null })
    .where(and(one(accountId, id), eq(invitation.issues, issue)));
}

/** What an invitation's mail says, or the page behind its link; null if there is no such invitation. */
export async function findWithAccount(tx: Tx, accountId: string, id: string) {
  const [row] = await tx
    .select({
      invitation: getTableColumns(invitation),
      email: contact.email,
      accountName: account.name,
      accountStatus: account.status,
      locale: account.defaultLocale,
    })
    .from(invitation)
    .innerJoin(contact, and(eq(contact.accountId, invitation.accountId), eq(contact.id, invitation.contactId)))
    .innerJoin(account, eq(account.accountId, invitation.accountId))
    .where(one(accountId, id));
  return row ?? null;
}
