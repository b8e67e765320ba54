import { and, asc, eq, sql } from "drizzle-orm";
import type { Tx } from "@studio/kit/db/database.js";
import type { CreatedPosition } from "../created-position.js";
import { webhookEndpoint } from "./webhook-endpoint.table.js";

export type WebhookEndpointRow = typeof webhookEndpoint.$inferSelect;
export type NewWebhookEndpoint = typeof webhookEndpoint.$inferInsert;

const isIt = (accountId: string, id: string) =>
  and(eq(webhookEndpoint.accountId, accountId), eq(webhookEndpoint.id, id));

export async function findWebhookEndpoint(tx: Tx, accountId: string, id: string): Promise<WebhookEndpointRow | null> {
  const [row] = await tx.select().from(webhookEndpoint).where(isIt(accountId, id));
  return row ?? null;
}

/** The endpoint, held until the transaction ends. */
export async function lockWebhookEndpoint(tx: Tx, accountId: string, id: string): Promise<WebhookEndpointRow | null> {
  const [row] = await tx.select().from(webhookEndpoint).where(isIt(accountId, id)).for("no key update");
  return row ?? null;
}

export async function insertWebhookEndpoint(tx: Tx, row: NewWebhookEndpoint): Promise<WebhookEndpointRow> {
  const [inserted] = await tx.insert(webhookEndpoint).values(row).returning();
  return inserted!;
}

/** Writes what changed, and counts the version up. */
export async function updateWebhookEndpoint(
  tx: Tx,
  accountId: string,
  id: string,
  change: Partial<NewWebhookEndpoint>,
): Promise<WebhookEndpointRow> {
  const [row] = await tx
    .update(webhookEndpoint)
    .set({ ...change, version: sql`${webhookEndpoint.version} + 1` })
    .where(isIt(accountId, id))
    .returning();
  return row!;
}

export async function deleteWebhookEndpointRow(tx: Tx, accountId: string, id: string): Promise<void> {
  await tx.delete(webhookEndpoint).where(isIt(accountId, id));
}

export function pageWebhookEndpoints(
  tx: Tx,
  accountId: string,
  { limit, after }: { limit: number; after: CreatedPosition | null },
): Promise<WebhookEndpointRow[]> {
  const { createdAt, id } = webhookEndpoint;
  const isAfter = after && sql`(${createdAt}, ${id}) > (${after.createdAt}::timestamptz, ${after.id}::uuid)`;
  return tx
    .select()
    .from(webhookEndpoint)
    .where(and(eq(webhookEndpoint.accountId, accountId), isAfter ?? undefined))
    .orderBy(asc(webhookEndpoint.createdAt), asc(webhookEndpoint.id))
    .limit(limit);
}

/** How many endpoints the account has. */
export async function countWebhookEndpoints(tx: Tx, accountId: string): Promise<number> {
  return tx.$count(webhookEndpoint, eq(webhookEndpoint.accountId, accountId));
}
