import { and, eq, isNull, sql } from "drizzle-orm";
import type { Tx } from "@studio/kit/db/database.js";
import { idArray } from "@studio/kit/db/id-array.js";
import { account } from "../account/account.table.js";
import { contact } from "../contact/contact.table.js";
import { session } from "./session.table.js";

export type NewSession = typeof session.$inferInsert;

/** The session of this token with its contact's and account's state; null if there is none. */
export async function findSession(tx: Tx, accountId: string, tokenHash: Buffer) {
  const [row] = await tx
    .select({ session, contactStatus: contact.status, accountStatus: account.status })
    .from(session)
    .innerJoin(contact, and(eq(contact.accountId, session.accountId), eq(contact.id, session.contactId)))
    .innerJoin(account, eq(account.accountId, session.accountId))
    .where(and(eq(session.accountId, accountId), eq(session.tokenHash, tokenHash)));
  return row ?? null;
}

/** Keeps a new session. */
export async function insertSession(tx: Tx, row: NewSession): Promise<void> {
  await tx.insert(session).values(row);
}

/** Ends every session of these contacts. */
export async function revokeSessions(
  tx: Tx,
  accountId: string,
  contactIds: readonly string[],
  at: Date,
): Promise<void> {
  const theirs = sql`${session.contactId} = any(${idArray(contactIds)})`;
  await tx
    .update(session)
    .set({ revokedAt: at })
    .where(and(eq(session.accountId, accountId), theirs, isNull(session.revokedAt)));
}
