import { and, desc, eq, gt, isNull } from "drizzle-orm";
import type { Tx } from "@studio/kit/db/database.js";
import { supportGrant } from "./support-grant.table.js";

export type SupportGrantRow = typeof supportGrant.$inferSelect;

/** The grant by which this staff person may look at `now`: the one that lasts longest, or null. */
export async function findOpenGrant(
  tx: Tx,
  accountId: string,
  staffId: string,
  now: Date,
): Promise<SupportGrantRow | null> {
  const [row] = await tx
    .select()
    .from(supportGrant)
    .where(
      and(
        eq(supportGrant.accountId, accountId),
        eq(supportGrant.staffId, staffId),
        gt(supportGrant.expiresAt, now),
        isNull(supportGrant.revokedAt),
      ),
    )
    .orderBy(desc(supportGrant.expiresAt))
    .limit(1);
  return row ?? null;
}
