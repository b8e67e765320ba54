import { and, count, desc, eq, gt, isNull, sql } from "drizzle-orm";
import type { Tx } from "@studio/kit/db/database.js";
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

/** The id of a person's newest verification in a studio, or null. */
export async function findNewestVerification(
  tx: Tx,
  accountId: string,
  studioId: string,
  emailKey: string,
): Promise<string | null> {
  const [row] = await tx
    .select({ id: verification.id })
    .from(verification)
    .innerJoin(contact, and(eq(contact.accountId, verification.accountId), eq(contact.id, verification.contactId)))
    .where(
      and(eq(verification.accountId, accountId), eq(verification.studioId, studioId), eq(contact.emailKey, emailKey)),
    )
    .orderBy(desc(verification.createdAt), desc(verification.id))
    .limit(1);
  return row?.id ?? null;
}

/** A verification, held until the transaction ends, so that tries are counted one by one. */
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

/** Ends a verification; its sealed code goes too, should the mail not have left yet. */
export async function markUsed(tx: Tx, accountId: string, id: string, at: Date): Promise<void> {
  const one = and(eq(verification.accountId, accountId), eq(verification.id, id));
  await tx.update(verification).set({ usedAt: at, codeSealed: null }).where(one);
}

/** A verification whose mail has not left, and where it goes; null if there is nothing to send. */
export async function findUnsent(tx: Tx, accountId: string, id: string) {
  const one = and(eq(verification.accountId, accountId), eq(verification.id, id), isNull(verification.sentAt));
  const [row] = await tx
    .select({ verification, email: contact.email })
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
