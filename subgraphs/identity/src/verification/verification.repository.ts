import { and, count, desc, eq, gt, isNull, sql } from "drizzle-orm";
import type { Tx } from "@studio/kit/db/database.js";
import { idArray } from "@studio/kit/db/id-array.js";
import { contact } from "../contact/contact.table.js";
import { verification } from "./verification.table.js";

export type VerificationRow = typeof verification.$inferSelect;

export async function insertVerification(tx: Tx, row: typeof verification.$inferInsert): Promise<void> {
  await tx.insert(verification).values(row);
}

/** How many codes a contact asked for since `since`. */
export async function countVerifications(tx: Tx, accountId: string, contactId: string, since: Date): Promise<number> {
  const mine = and(
    eq(verification.accountId, accountId),
    eq(verification.contactId, contactId),
    gt(verification.createdAt, since),
  );
  const [row] = await tx.select({ count: count() }).from(verification).where(mine);
  return row?.count ?? 0;
}

/** The newest verification of an address in a studio, and whose it is, or null: a contact's address, or one they want. */
export async function findNewestVerification(
  tx: Tx,
  accountId: string,
  studioId: string,
  emailKey: string,
): Promise<Pick<VerificationRow, "id" | "contactId"> | null> {
  const here = and(eq(verification.accountId, accountId), eq(verification.studioId, studioId));
  const found = { id: verification.id, contactId: verification.contactId, createdAt: verification.createdAt };
  const newest = [desc(verification.createdAt), desc(verification.id)];
  const ofContact = tx
    .select(found)
    .from(verification)
    .innerJoin(contact, and(eq(contact.accountId, verification.accountId), eq(contact.id, verification.contactId)))
    .where(and(here, eq(contact.emailKey, emailKey), isNull(verification.newEmailKey)))
    .orderBy(...newest)
    .limit(1);
  const ofWanted = tx
    .select(found)
    .from(verification)
    .where(and(here, eq(verification.newEmailKey, emailKey)))
    .orderBy(...newest)
    .limit(1);
  const [row] = (await Promise.all([ofContact, ofWanted]))
    .flat()
    .toSorted((left, right) => right.createdAt.getTime() - left.createdAt.getTime());
  return row ?? null;
}

/** A verification, held until the transaction ends, so that tries are counted one by one. Its contact is held first. */
export async function lockVerification(tx: Tx, accountId: string, id: string): Promise<VerificationRow | null> {
  const one = and(eq(verification.accountId, accountId), eq(verification.id, id));
  const [row] = await tx.select().from(verification).where(one).for("update");
  return row ?? null;
}

export async function countTry(tx: Tx, accountId: string, id: string): Promise<void> {
  const one = and(eq(verification.accountId, accountId), eq(verification.id, id));
  await tx
    .update(verification)
    .set({ attempts: sql`${verification.attempts} + 1` })
    .where(one);
}

/** Ends a verification; its sealed code and its new address go too, should the mail not have left yet. */
export async function markUsed(tx: Tx, accountId: string, id: string, at: Date): Promise<void> {
  const one = and(eq(verification.accountId, accountId), eq(verification.id, id));
  await tx
    .update(verification)
    .set({ usedAt: at, ...FORGOTTEN })
    .where(one);
}

const FORGOTTEN = { codeSealed: null, newEmail: null, newEmailKey: null };

/** Ends what these contacts have not used yet: a code sent to an address that is theirs no more proves nothing. */
export async function endVerifications(
  tx: Tx,
  accountId: string,
  contactIds: readonly string[],
  at: Date,
): Promise<void> {
  const theirs = and(
    eq(verification.accountId, accountId),
    sql`${verification.contactId} = any(${idArray(contactIds)})`,
    isNull(verification.usedAt),
  );
  await tx
    .update(verification)
    .set({ usedAt: at, ...FORGOTTEN })
    .where(theirs);
}

/** A verification whose mail has not left, and where it goes; null if there is nothing to send. */
export async function findUnsent(tx: Tx, accountId: string, id: string) {
  const one = and(eq(verification.accountId, accountId), eq(verification.id, id), isNull(verification.sentAt));
  const [row] = await tx
    .select({ verification, email: sql<string | null>`coalesce(${verification.newEmail}, ${contact.email})` })
    .from(verification)
    .innerJoin(contact, and(eq(contact.accountId, verification.accountId), eq(contact.id, verification.contactId)))
    .where(one);
  return row ?? null;
}

/** Notes that the mail has left and destroys the sealed code. */
export async function markSent(tx: Tx, accountId: string, id: string, at: Date): Promise<void> {
  const one = and(eq(verification.accountId, accountId), eq(verification.id, id));
  await tx.update(verification).set({ sentAt: at, codeSealed: null }).where(one);
}
