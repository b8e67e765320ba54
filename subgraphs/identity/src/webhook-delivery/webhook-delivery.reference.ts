import { parseGlobalId } from "@studio/kit/paging/global-id.js";
import type { IdentityContext } from "../context.js";
import { keepsWebhooks } from "../webhook-endpoint/webhook-endpoint.rules.js";
import { findDelivery } from "./delivery-log.repository.js";
import type { DeliveryRow } from "./webhook-delivery.repository.js";

/** A delivery of the viewer's account, or null: also where the viewer sees none. */
export async function webhookDeliveryReference(
  { id }: { id: string },
  { viewer, services }: IdentityContext,
): Promise<DeliveryRow | null> {
  const parsed = parseGlobalId(id);
  const { accountId } = viewer;
  if (parsed?.type !== "WebhookDelivery" || accountId === null || !keepsWebhooks(viewer)) return null;
  return services.db.inAccount(accountId, (tx) => findDelivery(tx, accountId, parsed.id));
}
