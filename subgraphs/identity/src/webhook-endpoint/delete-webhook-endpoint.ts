import type { IdentityContext } from "../context.js";
import type { IdInput } from "../id-input.js";
import { changeWebhookEndpoint } from "./change-webhook-endpoint.js";
import { deleteWebhookEndpointRow } from "./webhook-endpoint.repository.js";
import { DeleteWebhookEndpointPayload } from "./webhook-endpoint.result.js";

/** Deletes an endpoint with its secrets and its delivery log. What waits is not sent. */
export function deleteWebhookEndpoint(
  context: IdentityContext,
  { id }: IdInput,
): Promise<DeleteWebhookEndpointPayload> {
  return changeWebhookEndpoint(context, id, async (endpoint, { tx }, record) => {
    await deleteWebhookEndpointRow(tx, endpoint.accountId, endpoint.id);
    record("deleted");
    return Object.assign(new DeleteWebhookEndpointPayload(), { deletedWebhookEndpointId: id });
  });
}
