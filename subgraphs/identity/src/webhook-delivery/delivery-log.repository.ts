import { and, desc, eq, gt, inArray, lt, sql } from "drizzle-orm";
import type { Tx } from "@studio/kit/db/database.js";
import type { CreatedPosition } from "../created-position.js";
import type { AttemptRow, DeliveryRow } from "./webhook-delivery.repository.js";
import { webhookAttempt, webhookDelivery } from "./webhook-delivery.table.js";
import type { DeliveryStatus } from "./webhook-delivery.values.js";

const SHOWN_ATTEMPTS = 20;

/** An endpoint's deliveries, newest first. */
export function pageDeliveries(
  tx: Tx,
  { accountId, endpointId, status }: { accountId: string; endpointId: string; status: DeliveryStatus | null },
  { limit, after }: { limit: number; after: CreatedPosition | null },
): Promise<DeliveryRow[]> {
  const { createdAt, id } = webhookDelivery;
  const isAfter = after && sql`(${createdAt}, ${id}) < (${after.createdAt}::timestamptz, ${after.id}::uuid)`;
  return tx
    .select()
    .from(webhookDelivery)
    .where(
      and(
        eq(webhookDelivery.accountId, accountId),
        eq(webhookDelivery.endpointId, endpointId),
        status === null ? undefined : eq(webhookDelivery.status, status),
        isAfter ?? undefined,
      ),
    )
    .orderBy(desc(createdAt), desc(id))
    .limit(limit);
}

/** The last tries of deliveries, newest first. */
export function listAttempts(tx: Tx, accountId: string, deliveryIds: readonly string[]): Promise<AttemptRow[]> {
  const ids = JSON.stringify(deliveryIds);
  return tx
    .select()
    .from(webhookAttempt)
    .where(
      and(
        eq(webhookAttempt.accountId, accountId),
        sql`${webhookAttempt.deliveryId} in (select jsonb_array_elements_text(${ids}::jsonb)::uuid)`,
        sql`${webhookAttempt.number} > (select max(a.number) - ${SHOWN_ATTEMPTS} from ${webhookAttempt} a
          where a.account_id = ${webhookAttempt.accountId} and a.delivery_id = ${webhookAttempt.deliveryId})`,
      ),
    )
    .orderBy(desc(webhookAttempt.number));
}

export async function findDelivery(tx: Tx, accountId: string, id: string): Promise<DeliveryRow | null> {
  const one = and(eq(webhookDelivery.accountId, accountId), eq(webhookDelivery.id, id));
  const [row] = await tx.select().from(webhookDelivery).where(one);
  return row ?? null;
}

/** Puts a delivery on its way again. */
export async function sendAgain(tx: Tx, accountId: string, id: string, now: Date): Promise<DeliveryRow | null> {
  const [row] = await tx
    .update(webhookDelivery)
    .set({ status: "pending", nextAt: now, settledAt: null })
    .where(and(eq(webhookDelivery.accountId, accountId), eq(webhookDelivery.id, id)))
    .returning();
  return row ?? null;
}

/** Makes what waits for an endpoint due. */
export async function hastenWaiting(
  tx: Tx,
  { accountId, endpointId }: { accountId: string; endpointId: string },
  now: Date,
): Promise<void> {
  const ofEndpoint = and(eq(webhookDelivery.accountId, accountId), eq(webhookDelivery.endpointId, endpointId));
  await tx
    .update(webhookDelivery)
    .set({ nextAt: now })
    .where(and(ofEndpoint, eq(webhookDelivery.status, "pending"), gt(webhookDelivery.nextAt, now)));
}

export async function insertDelivery(tx: Tx, row: typeof webhookDelivery.$inferInsert): Promise<DeliveryRow> {
  const [inserted] = await tx.insert(webhookDelivery).values(row).returning();
  return inserted!;
}

/** Forgets a delivery: the endpoint may not know of its event. */
export async function deleteDelivery(tx: Tx, accountId: string, id: string): Promise<void> {
  await tx.delete(webhookDelivery).where(and(eq(webhookDelivery.accountId, accountId), eq(webhookDelivery.id, id)));
}

/** Deletes up to `limit` of an endpoint's deliveries that were settled before an instant. @returns how many went */
export async function deleteSettled(
  tx: Tx,
  { accountId, endpointId }: { accountId: string; endpointId: string },
  before: Date,
  limit: number,
): Promise<number> {
  const ofEndpoint = and(eq(webhookDelivery.accountId, accountId), eq(webhookDelivery.endpointId, endpointId));
  const settled = tx
    .select({ id: webhookDelivery.id })
    .from(webhookDelivery)
    .where(and(ofEndpoint, lt(webhookDelivery.createdAt, before), lt(webhookDelivery.settledAt, before)))
    .limit(limit);
  const deleted = await tx
    .delete(webhookDelivery)
    .where(and(ofEndpoint, inArray(webhookDelivery.id, settled)))
    .returning({ id: webhookDelivery.id });
  return deleted.length;
}
