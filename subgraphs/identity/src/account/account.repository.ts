import { eq } from "drizzle-orm";
import type { Tx } from "@studio/kit/db/database.js";
import { account } from "./account.table.js";

export type AccountRow = typeof account.$inferSelect;

/** The account, or null if there is none. */
export async function findAccount(tx: Tx, accountId: string): Promise<AccountRow | null> {
  const [row] = await tx.select().from(account).where(eq(account.accountId, accountId));
  return row ?? null;
}
