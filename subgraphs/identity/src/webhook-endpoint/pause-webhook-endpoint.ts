import type { IdentityContext } from "../context.js";
import type { IdInput } from "../id-input.js";
import { setTurn } from "../webhook-delivery/webhook-turn.repository.js";
import { changeWebhookEndpoint } from "./change-webhook-endpoint.js";
import { updateWebhookEndpoint } from "./webhook-endpoint.repository.js";
import { WebhookEndpointPayload } from "./webhook-endpoint.result.js";

/** Stops sending for now. Events wait, as long as the log keeps them. */
export function pauseWebhookEndpoint(context: IdentityContext, { id }: IdInput): Promise<WebhookEndpointPayload> {
  return changeWebhookEndpoint(context, id, async ({ accountId, id: endpointId }, { tx }, record) => {
    await setTurn(tx, { accountId, endpointId }, null);
    record("paused");
    return WebhookEndpointPayload.of(await updateWebhookEndpoint(tx, accountId, endpointId, { status: "paused" }));
  });
}
