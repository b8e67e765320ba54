import { and, eq } from "drizzle-orm";
import type { Tx } from "@studio/kit/db/database.js";
import { account } from "../account/account.table.js";
import { apiClient } from "./api-client.table.js";

/** The client that holds this key, and its account's state; null if there is none. */
export async function findApiClient(tx: Tx, accountId: string, keyHash: Buffer) {
  const [row] = await tx
    .select({ client: apiClient, accountStatus: account.status })
    .from(apiClient)
    .innerJoin(account, eq(account.accountId, apiClient.accountId))
    .where(and(eq(apiClient.accountId, accountId), eq(apiClient.keyHash, keyHash)));
  return row ?? null;
}

/** The client with this id; null if there is none. */
export async function findApiClientById(tx: Tx, accountId: string, id: string) {
  const [row] = await tx
    .select()
    .from(apiClient)
    .where(and(eq(apiClient.accountId, accountId), eq(apiClient.id, id)));
  return row ?? null;
}
