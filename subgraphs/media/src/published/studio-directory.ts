import { asc, gt } from "drizzle-orm";
import { pgSchema, uuid } from "drizzle-orm/pg-core";
import type { Tx } from "@studio/kit/db/database.js";

/** Which accounts have studios: the platform's directory, asked before an account is known. */
const studioDirectory = pgSchema("studio_configuration").table("studio_directory", {
  accountId: uuid("account_id").notNull(),
});

/** A page of the accounts that have studios, and so may have photos, in the order of their ids. */
export async function listAccounts(tx: Tx, after: string | null, limit: number): Promise<string[]> {
  const rows = await tx
    .selectDistinct({ accountId: studioDirectory.accountId })
    .from(studioDirectory)
    .where(after === null ? undefined : gt(studioDirectory.accountId, after))
    .orderBy(asc(studioDirectory.accountId))
    .limit(limit);
  return rows.map((row) => row.accountId);
}
