import { and, asc, eq, isNotNull, isNull, notInArray, sql } from "drizzle-orm";
import type { Tx } from "@studio/kit/db/database.js";
import type { LogPlace, LoggedEvent } from "@studio/kit/events/read.js";
import { newId } from "@studio/kit/id.js";
import { webhookEndpoint } from "../webhook-endpoint/webhook-endpoint.table.js";
import { webhookAttempt, webhookDelivery } from "./webhook-delivery.table.js";

export type DeliveryRow = typeof webhookDelivery.$inferSelect;
export type AttemptRow = typeof webhookAttempt.$inferSelect;
/** A try that has no number yet. */
export type NewAttempt = Omit<AttemptRow, "number">;

/**
 * Puts events on their way, and the endpoint's cursor behind them. One that was on its way already, since the cursor was
 * moved back, goes out again under its own id, and its tries begin anew.
 */
export async function addDeliveries(
  tx: Tx,
  { accountId, endpointId }: { accountId: string; endpointId: string },
  events: readonly LoggedEvent[],
  end: LogPlace,
  now: Date,
): Promise<void> {
  const rows = events.map((event) => ({
    accountId,
    id: newId(),
    endpointId,
    eventId: event.id,
    eventType: event.type,
    eventIds: event.ids,
    position: event.position,
    day: event.day,
    occurredAt: event.occurredAt,
    thread: event.ids["submissionId"] ?? event.ids["contactId"] ?? event.id,
    nextAt: now,
    createdAt: now,
  }));
  if (rows.length > 0)
    await tx
      .insert(webhookDelivery)
      .values(rows)
      .onConflictDoUpdate({
        target: [webhookDelivery.accountId, webhookDelivery.endpointId, webhookDelivery.eventId],
        set: { status: "pending", attempts: 0, nextAt: now, settledAt: null },
      });
  await tx
    .update(webhookEndpoint)
    .set({ position: end.position, day: end.day })
    .where(and(eq(webhookEndpoint.accountId, accountId), eq(webhookEndpoint.id, endpointId)));
}

type Scope = Pick<DeliveryRow, "accountId" | "endpointId">;

const waitsAt = ({ accountId, endpointId }: Scope) =>
  and(
    eq(webhookDelivery.accountId, accountId),
    eq(webhookDelivery.endpointId, endpointId),
    eq(webhookDelivery.status, "pending"),
  );

/** Of each thread that waits, but for some, the earliest delivery; those whose time comes first, first. */
export async function firstOfThreads(
  tx: Tx,
  scope: Scope,
  except: readonly string[],
  limit: number,
): Promise<DeliveryRow[]> {
  const { position, id, thread } = webhookDelivery;
  const heads = tx
    .selectDistinctOn([thread])
    .from(webhookDelivery)
    .where(and(waitsAt(scope), notInArray(thread, [...except])))
    .orderBy(asc(thread), asc(position), asc(id))
    .as("heads");
  return tx.select().from(heads).orderBy(asc(heads.nextAt), asc(heads.id)).limit(limit);
}

/** The earliest delivery of a thread that waits, if its time has come. */
export async function nextOfThread(
  tx: Tx,
  scope: Scope & Pick<DeliveryRow, "thread">,
  now: Date,
): Promise<DeliveryRow | null> {
  const { position, id, thread } = webhookDelivery;
  const [next] = await tx
    .select()
    .from(webhookDelivery)
    .where(and(waitsAt(scope), eq(thread, scope.thread)))
    .orderBy(asc(position), asc(id))
    .limit(1);
  return next && next.nextAt! <= now ? next : null;
}

/** How often a delivery was tried since it was put on its way, held until the transaction ends; null if it is gone. */
export async function lockTries(tx: Tx, { accountId, id }: DeliveryRow): Promise<number | null> {
  const [row] = await tx
    .select({ tries: webhookDelivery.attempts })
    .from(webhookDelivery)
    .where(and(eq(webhookDelivery.accountId, accountId), eq(webhookDelivery.id, id)))
    .for("no key update");
  return row?.tries ?? null;
}

/** Notes a try and what follows from it. Its number counts on where tries begin anew. */
export async function recordAttempt(
  tx: Tx,
  attempt: NewAttempt,
  settled: Pick<DeliveryRow, "status" | "attempts" | "nextAt" | "settledAt">,
): Promise<void> {
  const { accountId, deliveryId } = attempt;
  await tx
    .update(webhookDelivery)
    .set(settled)
    .where(and(eq(webhookDelivery.accountId, accountId), eq(webhookDelivery.id, deliveryId)));
  const number = sql`(select coalesce(max(a.number), 0) + 1 from ${webhookAttempt} a
    where a.account_id = ${accountId} and a.delivery_id = ${deliveryId})`;
  await tx.insert(webhookAttempt).values({ ...attempt, number });
}

/** Notes that an endpoint answered, or since when it has not. */
export async function markFailing(tx: Tx, accountId: string, id: string, at: Date | null): Promise<void> {
  const { failingSince } = webhookEndpoint;
  await tx
    .update(webhookEndpoint)
    .set({ failingSince: at })
    .where(
      and(
        eq(webhookEndpoint.accountId, accountId),
        eq(webhookEndpoint.id, id),
        at ? isNull(failingSince) : isNotNull(failingSince),
      ),
    );
}
