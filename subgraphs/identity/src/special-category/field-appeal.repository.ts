import { and, asc, count, desc, eq, sql } from "drizzle-orm";
import type { Tx } from "@studio/kit/db/database.js";
import { fieldAppeal, openAppeal, type AppealState } from "./field-appeal.table.js";

export type FieldAppealRow = typeof fieldAppeal.$inferSelect;

/** Whether staff have approved exactly this definition. */
export async function isApproved(tx: Tx, accountId: string, digest: Buffer): Promise<boolean> {
  const rows = await tx
    .select({ id: fieldAppeal.id })
    .from(fieldAppeal)
    .where(
      and(eq(fieldAppeal.accountId, accountId), eq(fieldAppeal.digest, digest), eq(fieldAppeal.state, "approved")),
    );
  return rows.length > 0;
}

/** Files an appeal and puts it before staff. @returns null if the same definition has an open or approved one */
export async function insertAppeal(tx: Tx, row: typeof fieldAppeal.$inferInsert): Promise<FieldAppealRow | null> {
  const [added] = await tx.insert(fieldAppeal).values(row).onConflictDoNothing().returning();
  if (!added) return null;
  await tx.insert(openAppeal).values({ accountId: row.accountId, appealId: row.id, filedAt: row.filedAt });
  return added;
}

export async function countPending(tx: Tx, accountId: string): Promise<number> {
  const [row] = await tx
    .select({ n: count() })
    .from(fieldAppeal)
    .where(and(eq(fieldAppeal.accountId, accountId), eq(fieldAppeal.state, "pending")));
  return row?.n ?? 0;
}

/** The account's appeals, newest first. */
export function listAppeals(tx: Tx, accountId: string): Promise<FieldAppealRow[]> {
  return tx
    .select()
    .from(fieldAppeal)
    .where(eq(fieldAppeal.accountId, accountId))
    .orderBy(desc(fieldAppeal.filedAt), desc(fieldAppeal.id))
    .limit(100);
}

/** Where the appeals lie that wait longest: a directory of the platform, read without an account. */
export function listOpenAppeals(tx: Tx, limit: number): Promise<{ accountId: string; appealId: string }[]> {
  return tx
    .select({ accountId: openAppeal.accountId, appealId: openAppeal.appealId })
    .from(openAppeal)
    .orderBy(asc(openAppeal.filedAt), asc(openAppeal.appealId))
    .limit(limit);
}

/** Which account an open appeal belongs to; null if none waits under this id. */
export async function findOpenAppeal(tx: Tx, appealId: string): Promise<string | null> {
  const [row] = await tx
    .select({ accountId: openAppeal.accountId })
    .from(openAppeal)
    .where(eq(openAppeal.appealId, appealId));
  return row?.accountId ?? null;
}

export async function findAppeal(tx: Tx, accountId: string, id: string): Promise<FieldAppealRow | null> {
  const [row] = await tx
    .select()
    .from(fieldAppeal)
    .where(and(eq(fieldAppeal.accountId, accountId), eq(fieldAppeal.id, id)));
  return row ?? null;
}

/** Decides a pending appeal and takes it from before staff. @returns null if it is not pending any more */
export async function decideAppeal(
  tx: Tx,
  accountId: string,
  id: string,
  decision: { state: Exclude<AppealState, "pending">; reviewedBy: string; reviewedAt: Date; reason: string },
): Promise<FieldAppealRow | null> {
  const [decided] = await tx
    .update(fieldAppeal)
    .set(decision)
    .where(and(eq(fieldAppeal.accountId, accountId), eq(fieldAppeal.id, id), eq(fieldAppeal.state, "pending")))
    .returning();
  if (!decided) return null;
  await tx.delete(openAppeal).where(and(eq(openAppeal.accountId, accountId), eq(openAppeal.appealId, id)));
  return decided;
}

/**
 * Writes what staff did into the platform's own audit chain, in the transaction of the account's change. The chain is
 * kept like an account's, under an id that no account has.
 */
export async function auditForPlatform(
  tx: Tx,
  entry: { accountId: string; at: Date; staffId: string; action: string; subjectId: string; requestId: string },
): Promise<void> {
  await tx.execute(sql`select set_config('app.account_id', ${PLATFORM_CHAIN}, true)`);
  await tx.execute(sql`
    select compliance.append_audit(${PLATFORM_CHAIN}::uuid, ${entry.at.toISOString()}::timestamptz, 'staff',
      ${entry.staffId}, ${entry.action}, 'FieldAppeal', ${entry.subjectId}, null, ${entry.requestId},
      ${JSON.stringify([`account:${entry.accountId}`])}::jsonb)`);
  await tx.execute(sql`select set_config('app.account_id', ${entry.accountId}, true)`);
}

/** Where the platform's own audit entries are kept (RFC 9562's nil UUID). */
export const PLATFORM_CHAIN = "00000000-0000-0000-0000-000000000000";
