import { placeBefore, unbrokenHead } from "@studio/kit/events/read.js";
import type { IdentityContext } from "../context.js";
import { EVENT_CURSORS } from "../event/event-catalogue.js";
import { setTurn } from "../webhook-delivery/webhook-turn.repository.js";
import { changeWebhookEndpoint } from "./change-webhook-endpoint.js";
import { InvalidWebhookEndpoint, WebhookEventsExpired } from "./webhook-endpoint.errors.js";
import type { ReplayWebhookEventsInput } from "./webhook-endpoint.input.js";
import { updateWebhookEndpoint } from "./webhook-endpoint.repository.js";
import { WebhookEndpointPayload, type ReplayWebhookEventsResult } from "./webhook-endpoint.result.js";

/**
 * Moves an endpoint's cursor back: what lies behind it is sent again, each event under its own id. Never forward: what
 * the endpoint has not come to yet would be skipped.
 */
export async function replayWebhookEvents(
  context: IdentityContext,
  { id, after, since }: ReplayWebhookEventsInput,
): Promise<typeof ReplayWebhookEventsResult> {
  const { cursors, clock } = context.services;
  if ((after == null) === (since == null))
    return InvalidWebhookEndpoint.at("after", "Give either a cursor or an instant.");
  type Result = typeof ReplayWebhookEventsResult;
  return changeWebhookEndpoint<Result>(context, id, async (endpoint, change, record) => {
    const { accountId, id: endpointId, status } = endpoint;
    const { tx, abandon } = change;
    const [position, day] = after == null ? [] : cursors.decode(accountId, EVENT_CURSORS, after);
    const place = since ? await placeBefore(tx, accountId, since) : { position: Number(position), day: String(day) };
    if (!(await unbrokenHead(tx, accountId, place))) return abandon(WebhookEventsExpired.at(since ? "since" : "after"));
    if (status === "active") await setTurn(tx, { accountId, endpointId }, clock.now());
    record("replayed");
    const back = place.position < endpoint.position ? { position: place.position, day: place.day } : {};
    return WebhookEndpointPayload.of(await updateWebhookEndpoint(tx, accountId, endpointId, back));
  });
}
