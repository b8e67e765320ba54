import { parseGlobalId } from "@studio/kit/paging/global-id.js";
import type { IdentityContext } from "../context.js";
import { findWebhookEndpoint, type WebhookEndpointRow } from "./webhook-endpoint.repository.js";
import { keepsWebhooks } from "./webhook-endpoint.rules.js";

/** An endpoint of the viewer's account, or null: also where the viewer sees none. */
export async function webhookEndpointReference(
  { id }: { id: string },
  { viewer, services }: IdentityContext,
): Promise<WebhookEndpointRow | null> {
  const parsed = parseGlobalId(id);
  const { accountId } = viewer;
  if (parsed?.type !== "WebhookEndpoint" || accountId === null || !keepsWebhooks(viewer)) return null;
  return services.db.inAccount(accountId, (tx) => findWebhookEndpoint(tx, accountId, parsed.id));
}
