import { changeState, type AuditEntry, type Change } from "@studio/kit/db/change.js";
import { notFound } from "@studio/kit/error/codes.js";
import { fromGlobalId } from "@studio/kit/paging/global-id.js";
import { accountOf, changeScope, type IdentityContext } from "../context.js";
import { lockWebhookEndpoint, type WebhookEndpointRow } from "./webhook-endpoint.repository.js";

/**
 * Changes one endpoint, held until it is written.
 * @param work gets the endpoint, and says what it did by `record`
 * @throws NOT_FOUND for one of another account
 */
export function changeWebhookEndpoint<T>(
  context: IdentityContext,
  globalId: string,
  work: (
    endpoint: WebhookEndpointRow,
    change: Change<T>,
    record: (action: string, about?: Partial<AuditEntry>) => void,
  ) => Promise<T>,
): Promise<T> {
  const accountId = accountOf(context);
  const id = fromGlobalId("WebhookEndpoint", globalId);
  return changeState<T>(changeScope(context, accountId), async (change) => {
    const endpoint = await lockWebhookEndpoint(change.tx, accountId, id);
    if (!endpoint) throw notFound("webhook endpoint");
    const record = (action: string, about: Partial<AuditEntry> = {}) =>
      change.audit({ action: `webhook_endpoint.${action}`, subjectType: "WebhookEndpoint", subjectId: id, ...about });
    return work(endpoint, change, record);
  });
}
