import DataLoader from "dataloader";
import type { Tx } from "@studio/kit/db/database.js";
import { listAttempts } from "./delivery-log.repository.js";
import type { AttemptRow } from "./webhook-delivery.repository.js";

export interface WebhookLoaders {
  attemptsByDelivery: DataLoader<string, AttemptRow[]>;
}

/** @param read runs a query in the viewer's account */
export function webhookLoaders(
  read: <T>(query: (tx: Tx, accountId: string) => Promise<T>) => Promise<T>,
): WebhookLoaders {
  return {
    attemptsByDelivery: new DataLoader(async (ids) => {
      const rows = Map.groupBy(await read((tx, account) => listAttempts(tx, account, ids)), (row) => row.deliveryId);
      return ids.map((id) => rows.get(id) ?? []);
    }),
  };
}
