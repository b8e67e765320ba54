import { and, asc, desc, eq, gt, isNull, or, sql } from "drizzle-orm";
import type { Tx } from "@studio/kit/db/database.js";
import { account } from "../account/account.table.js";
import type { CreatedPosition } from "../created-position.js";
import { supportGrant } from "./support-grant.table.js";

export type SupportGrantRow = typeof supportGrant.$inferSelect;

/** The grant by which this staff person may look at `now`, the one that lasts longest, and its account's state; or null. */
export async function findOpenGrant(tx: Tx, accountId: string, staffId: string, now: Date) {
  const [row] = await tx
    .select({ grant: supportGrant, accountStatus: account.status })
    .from(supportGrant)
    .innerJoin(account, eq(account.accountId, supportGrant.accountId))
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

/** A page of grants and requests by the time they were made, the id last. */
export function pageGrants(
  tx: Tx,
  accountId: string,
  { limit, after }: { limit: number; after: CreatedPosition | null },
): Promise<SupportGrantRow[]> {
  const isAfter =
    after &&
    sql`(${supportGrant.createdAt}, ${supportGrant.id}) > (${after.createdAt}::timestamptz, ${after.id}::uuid)`;
  return tx
    .select()
    .from(supportGrant)
    .where(and(eq(supportGrant.accountId, accountId), isAfter ?? undefined))
    .orderBy(asc(supportGrant.createdAt), asc(supportGrant.id))
    .limit(limit);
}

/** The grant, held until the transaction ends; null if there is none. */
export async function lockGrant(tx: Tx, accountId: string, id: string): Promise<SupportGrantRow | null> {
  const one = and(eq(supportGrant.accountId, accountId), eq(supportGrant.id, id));
  const [row] = await tx.select().from(supportGrant).where(one).for("update");
  return row ?? null;
}

/** The grant, or null if there is none. */
export async function findGrant(tx: Tx, accountId: string, id: string): Promise<SupportGrantRow | null> {
  const one = and(eq(supportGrant.accountId, accountId), eq(supportGrant.id, id));
  const [row] = await tx.select().from(supportGrant).where(one);
  return row ?? null;
}

/** What a staff person has open in an account: a grant, or a request made since `since`; the newest, or null. */
export async function findOpenOrAsked(
  tx: Tx,
  accountId: string,
  staffId: string,
  { now, since }: { now: Date; since: Date },
): Promise<SupportGrantRow | null> {
  const isAsked = and(isNull(supportGrant.expiresAt), isNull(supportGrant.deniedAt), gt(supportGrant.createdAt, since));
  const isOpen = and(gt(supportGrant.expiresAt, now), isNull(supportGrant.revokedAt));
  const theirs = and(eq(supportGrant.accountId, accountId), eq(supportGrant.staffId, staffId));
  const [row] = await tx
    .select()
    .from(supportGrant)
    .where(and(theirs, or(isAsked, isOpen)))
    .orderBy(desc(supportGrant.createdAt))
    .limit(1);
  return row ?? null;
}

export async function insertRequest(tx: Tx, row: typeof supportGrant.$inferInsert): Promise<SupportGrantRow> {
  const [added] = await tx.insert(supportGrant).values(row).returning();
  return added!;
}

export type GrantChange = Partial<
  Pick<SupportGrantRow, "grantedBy" | "grantedAt" | "expiresAt" | "deniedAt" | "revokedAt">
>;

export async function updateGrant(
  tx: Tx,
  { accountId, id }: SupportGrantRow,
  change: GrantChange,
): Promise<SupportGrantRow> {
  const one = and(eq(supportGrant.accountId, accountId), eq(supportGrant.id, id));
  const [row] = await tx.update(supportGrant).set(change).where(one).returning();
  return row!;
}
