import { and, asc, eq, inArray, isNotNull, isNull, lte, or, sql } from "drizzle-orm";
import type { Tx } from "@studio/kit/db/database.js";
import { webhookTurn } from "../webhook-endpoint/webhook-endpoint.table.js";

/** An endpoint that is looked after by whoever holds its turn. */
export interface Turn {
  accountId: string;
  endpointId: string;
}

/** A turn that somebody has, until then. */
export interface ClaimedTurn extends Turn {
  claimedUntil: Date | null;
}

/** Claims endpoints whose time has come and that nobody holds, the longest due first. */
export async function claimTurns(tx: Tx, now: Date, until: Date, limit: number): Promise<ClaimedTurn[]> {
  const due = tx
    .select({ accountId: webhookTurn.accountId, endpointId: webhookTurn.endpointId })
    .from(webhookTurn)
    .where(and(lte(webhookTurn.nextAt, now), or(isNull(webhookTurn.claimedUntil), lte(webhookTurn.claimedUntil, now))))
    .orderBy(asc(webhookTurn.nextAt))
    .limit(limit)
    .for("update", { skipLocked: true });
  return tx
    .update(webhookTurn)
    .set({ nextAt: until, claimedUntil: until })
    .where(sql`(${webhookTurn.accountId}, ${webhookTurn.endpointId}) in ${due}`)
    .returning({
      accountId: webhookTurn.accountId,
      endpointId: webhookTurn.endpointId,
      claimedUntil: webhookTurn.claimedUntil,
    });
}

/** Holds a turn for longer. @returns whether it was still held */
export async function renewTurn(tx: Tx, turn: ClaimedTurn, until: Date): Promise<boolean> {
  const { accountId, endpointId, claimedUntil } = turn;
  const renewed = await tx
    .update(webhookTurn)
    .set({ claimedUntil: until })
    .where(
      and(
        eq(webhookTurn.accountId, accountId),
        eq(webhookTurn.endpointId, endpointId),
        eq(webhookTurn.claimedUntil, claimedUntil!),
      ),
    )
    .returning({ endpointId: webhookTurn.endpointId });
  return renewed.length > 0;
}

/**
 * Gives a turn back, to be taken again at `nextAt`, or earlier if it was hastened meanwhile. A turn that was ended
 * meanwhile stays so, and one that has passed to somebody else is theirs.
 */
export async function giveBackTurn(tx: Tx, turn: ClaimedTurn, nextAt: Date | null): Promise<void> {
  const { accountId, endpointId, claimedUntil } = turn;
  const next = webhookTurn.nextAt;
  await tx
    .update(webhookTurn)
    .set({
      // An endpoint out of use has no turn; one taken up again meanwhile keeps its new one.
      nextAt:
        nextAt === null
          ? undefined
          : sql`case when ${next} is not null then least(${next}, ${nextAt.toISOString()}::timestamptz) end`,
      claimedUntil: null,
    })
    .where(
      and(
        eq(webhookTurn.accountId, accountId),
        eq(webhookTurn.endpointId, endpointId),
        claimedUntil ? eq(webhookTurn.claimedUntil, claimedUntil) : undefined,
      ),
    );
}

/** Brings the turns of accounts forward: something happened there. */
export async function hastenTurns(tx: Tx, accountIds: readonly string[], now: Date): Promise<void> {
  await tx
    .update(webhookTurn)
    .set({ nextAt: now })
    .where(and(inArray(webhookTurn.accountId, [...accountIds]), isNotNull(webhookTurn.nextAt)));
}

/** Sets when an endpoint is looked after next; null for never. Whoever has its turn keeps it. */
export async function setTurn(tx: Tx, turn: Turn, nextAt: Date | null): Promise<void> {
  await tx
    .insert(webhookTurn)
    .values({ ...turn, nextAt })
    .onConflictDoUpdate({
      target: [webhookTurn.accountId, webhookTurn.endpointId],
      set: { nextAt },
    });
}

/** Every endpoint of the platform. */
export function listTurns(tx: Tx): Promise<Turn[]> {
  return tx.select({ accountId: webhookTurn.accountId, endpointId: webhookTurn.endpointId }).from(webhookTurn);
}
