import type { Tx } from "@studio/kit/db/database.js";
import { AddressRefused, type OutboundAnswer, type OutboundClient } from "@studio/kit/outbound/outbound-client.js";
import { anyRestricted } from "../contact/contact.repository.js";
import type { DisablingWork } from "../webhook-endpoint/disable-endpoint.js";
import { findWebhookEndpoint, type WebhookEndpointRow } from "../webhook-endpoint/webhook-endpoint.repository.js";
import { openWebhookKeys } from "../webhook-endpoint/webhook-secrets.js";
import { PayloadUnread, readPayload, type PayloadReader } from "./read-payload.js";
import { redactExcerpt } from "./redact.policy.js";
import { isSuccess, judgeAttempt, type AttemptOutcome, type Verdict } from "./retry.policy.js";
import { signWebhook } from "./sign-webhook.js";
import { deleteDelivery } from "./delivery-log.repository.js";
import {
  lockTries,
  markFailing,
  nextOfThread,
  recordAttempt,
  type DeliveryRow,
  type NewAttempt,
} from "./webhook-delivery.repository.js";
import { webhookBody } from "./webhook-payload.js";

/** What deliveries are made with. */
export interface WebhookWork extends DisablingWork {
  /** Seals endpoints' secrets. */
  seal: Uint8Array;
  outbound: OutboundClient;
  payloads: PayloadReader;
}

/** A delivery to be tried, and the endpoint as it is then. */
export interface Send {
  endpoint: WebhookEndpointRow;
  delivery: DeliveryRow;
}

/** What one try came to: hidden if the endpoint may not know of the event. */
export interface Sent {
  verdict: Verdict | { kind: "hidden" };
  /** Whether the receiver said so with 410. */
  isGone: boolean;
  /** What is due next of the same thread: nothing, while this one is to be tried again or the endpoint is not in use. */
  next: Send | null;
}

/** Tries a delivery once, and notes what came of it. */
export async function sendDelivery(work: WebhookWork, send: Send): Promise<Sent> {
  const at = work.clock.now();
  const began = performance.now();
  const { accountId, id: deliveryId } = send.delivery;
  const tried = await attempt(work, send, at);
  if (tried === null) {
    const next = await work.db.inAccount(accountId, async (tx) => {
      await deleteDelivery(tx, accountId, deliveryId);
      return nextSend(tx, send.delivery, at);
    });
    return { verdict: { kind: "hidden" }, isGone: false, next };
  }
  const { answer, error } = tried;
  const outcome = { status: answer?.status ?? null, retryAfter: header(answer, "retry-after") };
  const durationMs = Math.round(performance.now() - began);
  const excerpt = answer?.excerpt ?? null;
  const attempted = { accountId, deliveryId, at, durationMs, status: outcome.status, error, excerpt };
  const noted = await work.db.inAccount(accountId, (tx) => noteOutcome(tx, send, outcome, attempted, work.clock.now()));
  return { ...noted, isGone: outcome.status === 410 };
}

/** The endpoint is written before the delivery, as by who changes it: else each would wait for the other. */
async function noteOutcome(
  tx: Tx,
  { endpoint, delivery }: Send,
  outcome: AttemptOutcome,
  attempted: NewAttempt,
  now: Date,
): Promise<Pick<Sent, "verdict" | "next">> {
  await markFailing(tx, endpoint.accountId, endpoint.id, isSuccess(outcome) ? null : now);
  const before = await lockTries(tx, delivery);
  const attempts = (before ?? 0) + 1;
  const verdict = judgeAttempt(outcome, attempts, now, Math.random());
  if (before !== null) await recordAttempt(tx, attempted, { ...settle(verdict, now), attempts });
  return { verdict, next: verdict.kind === "retry" ? null : await nextSend(tx, delivery, now) };
}

/** Read anew: an endpoint may have been paused, or have moved, while the one before was sent. */
async function nextSend(tx: Tx, before: DeliveryRow, now: Date): Promise<Send | null> {
  const endpoint = await findWebhookEndpoint(tx, before.accountId, before.endpointId);
  const delivery = endpoint?.status === "active" ? await nextOfThread(tx, before, now) : null;
  return endpoint && delivery && { endpoint, delivery };
}

async function attempt(
  work: WebhookWork,
  { endpoint, delivery }: Send,
  at: Date,
): Promise<{ answer: OutboundAnswer | null; error: string | null } | null> {
  try {
    if (await isOfRestricted(work, delivery)) return null;
    const asksMore = endpoint.payloadQuery !== null && delivery.position !== null;
    const read = asksMore ? await readPayload(work.payloads, endpoint, delivery) : null;
    if (asksMore && read === null) return null;
    const body = webhookBody(delivery, read && { ...read });
    const signed = signWebhook(openWebhookKeys(work.seal, endpoint, at), delivery.eventId, at, body);
    const headers = { "content-type": "application/json", "user-agent": "studio-platform-webhooks/1", ...signed };
    const answer = await work.outbound.post(endpoint.url, headers, body);
    return { answer: { ...answer, excerpt: redactExcerpt(answer.excerpt, read?.data) }, error: null };
  } catch (error) {
    return { answer: null, error: describe(error) };
  }
}

/** A restriction of processing leaves integrations the id and the flag alone: not what happens to the contact. */
function isOfRestricted({ db }: WebhookWork, { accountId, eventIds }: DeliveryRow): Promise<boolean> {
  const ids = [eventIds["contactId"], eventIds["duplicateId"]].filter((id) => id !== undefined);
  return db.inAccount(accountId, (tx) => anyRestricted(tx, accountId, ids));
}

/** In words that name nothing of the house. */
function describe(error: unknown): string {
  if (error instanceof AddressRefused || error instanceof PayloadUnread) return error.message;
  const { name, code } = error as { name?: string; code?: string };
  if (name === "TimeoutError") return "No answer in time.";
  return code && /^[A-Z_]+$/.test(code) ? `The connection failed: ${code}.` : "The connection failed.";
}

function settle(verdict: Verdict, now: Date) {
  switch (verdict.kind) {
    case "delivered":
      return { status: "delivered", nextAt: null, settledAt: now } as const;
    case "failed":
      return { status: "failed", nextAt: null, settledAt: now } as const;
    case "retry":
      return { status: "pending", nextAt: verdict.at, settledAt: null } as const;
    default:
      return verdict satisfies never;
  }
}

function header(answer: OutboundAnswer | null, name: string): string | null {
  const value = answer?.headers[name];
  return (Array.isArray(value) ? value[0] : value) ?? null;
}
