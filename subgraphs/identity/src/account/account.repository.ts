import { eq, sql } from "drizzle-orm";
import type { Tx } from "@studio/kit/db/database.js";
import { account } from "./account.table.js";
import type { Settings } from "./settings.policy.js";

export type AccountRow = typeof account.$inferSelect;

/** The account, or null if there is none. */
export async function findAccount(tx: Tx, accountId: string): Promise<AccountRow | null> {
  const [row] = await tx.select().from(account).where(eq(account.accountId, accountId));
  return row ?? null;
}

/** The account, held until the transaction ends; null if there is none. */
export async function lockAccount(tx: Tx, accountId: string): Promise<AccountRow | null> {
  const [row] = await tx.select().from(account).where(eq(account.accountId, accountId)).for("update");
  return row ?? null;
}

/** Keeps new settings under the next version. @returns the account as it is then */
export async function updateSettings(tx: Tx, accountId: string, settings: Settings): Promise<AccountRow> {
  const { name, defaultLocale, policies } = settings;
  const [row] = await tx
    .update(account)
    .set({ name, defaultLocale, policies, version: sql`${account.version} + 1` })
    .where(eq(account.accountId, accountId))
    .returning();
  return row!;
}
