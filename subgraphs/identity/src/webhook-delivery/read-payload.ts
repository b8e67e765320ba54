import { Kind, OperationTypeNode, parse } from "graphql";
import { request, type Dispatcher } from "undici";
import { unavailable } from "@studio/kit/error/codes.js";
import { CursorCodec } from "@studio/kit/paging/cursor.js";
import { EVENT_CURSORS } from "../event/event-catalogue.js";
import type { WebhookEndpointRow } from "../webhook-endpoint/webhook-endpoint.repository.js";
import { NO_ENDPOINT, newWebhookToken } from "../webhook-endpoint/webhook-token.js";
import type { DeliveryRow } from "./webhook-delivery.repository.js";

const TIMEOUT_MS = 10_000;
const MAX_BYTES = 1024 * 1024;

export interface PayloadReader {
  /** Where the graph answers. */
  graphUrl: string;
  key: Uint8Array;
  cursors: CursorCodec;
  clock: { now(): Date };
}

/** Thrown when the graph did not answer a payload query: the delivery is tried again. It says so in words for owners. */
export class PayloadUnread extends Error {
  override name = "PayloadUnread";
}

/** What a payload query read of an event: the stream's message, `data` and, where fields were refused, `errors`. */
export type ReadPayload = { data: Record<string, unknown> | null; errors?: readonly { message: string }[] };

/**
 * Reads an event by the endpoint's payload query: the subscription is opened, as any client opens it, just behind the
 * event before, and left after one message. So limits, shield and access are those of every other reader.
 * @returns null for an event that the endpoint may not know of, or that its query leaves out
 * @throws PayloadUnread if the graph did not answer, or refused the whole query
 */
export async function readPayload(
  reader: PayloadReader,
  endpoint: WebhookEndpointRow,
  delivery: DeliveryRow,
): Promise<ReadPayload | null> {
  const { accountId, position, day } = delivery;
  const at = (place: number) => reader.cursors.encode(accountId, EVENT_CURSORS, [place, day]);
  const message = await firstMessage(reader, endpoint, at(position! - 1)).catch((cause: unknown) => {
    throw cause instanceof PayloadUnread ? cause : new PayloadUnread("The payload query was not answered.", { cause });
  });
  const { extensions, ...payload } = message;
  if (!payload.data) throw new PayloadUnread(`The payload query was refused: ${messagesOf(payload)}`);
  const [event] = Object.values(payload.data);
  return event && extensions?.cursor === at(position!) ? payload : null;
}

/**
 * Tries a payload query at the head of the log, as an endpoint that may read nothing.
 * @returns what is wrong with it, null if it can be used
 * @throws UNAVAILABLE if the graph is away
 */
export async function tryPayloadQuery(reader: PayloadReader, accountId: string, query: string): Promise<string | null> {
  const answer = await open(reader, { accountId, id: NO_ENDPOINT, payloadQuery: query }, null);
  if (answer.statusCode === 200) {
    answer.body.destroy();
    return isOfEvents(query) ? null : "Subscribe to `events`.";
  }
  if (answer.statusCode >= 500) throw unavailable();
  return messagesOf((await answer.body.json()) as Message);
}

function messagesOf({ errors = [] }: Pick<Message, "errors">): string {
  return errors.map(({ message }) => message).join(" ");
}

/** A valid subscription has one root field; whether it is the one whose cursors deliveries know. */
function isOfEvents(query: string): boolean {
  const [operation] = parse(query).definitions.filter((one) => one.kind === Kind.OPERATION_DEFINITION);
  const [root] = operation?.operation === OperationTypeNode.SUBSCRIPTION ? operation.selectionSet.selections : [];
  return root?.kind === Kind.FIELD && root.name.value === "events";
}

type Subscriber = Pick<WebhookEndpointRow, "accountId" | "id" | "payloadQuery">;

interface Message extends ReadPayload {
  extensions?: { cursor?: string };
}

async function firstMessage(reader: PayloadReader, endpoint: WebhookEndpointRow, cursor: string): Promise<Message> {
  const answer = await open(reader, endpoint, cursor);
  if (answer.statusCode !== 200) throw new PayloadUnread("The payload query was not answered.");
  let text = "";
  for await (const chunk of answer.body.setEncoding("utf8") as AsyncIterable<string>) {
    text += chunk;
    const data = /^data: (.*)$/m.exec(text.slice(0, text.lastIndexOf("\n") + 1))?.[1];
    if (data) return JSON.parse(data) as Message;
    if (text.length > MAX_BYTES) throw new PayloadUnread("The payload query was answered with more than 1 MiB.");
  }
  throw new PayloadUnread("The payload query was not answered.");
}

function open(reader: PayloadReader, endpoint: Subscriber, cursor: string | null): Promise<Dispatcher.ResponseData> {
  const token = newWebhookToken(reader.key, endpoint.accountId, endpoint.id, reader.clock.now());
  return request(reader.graphUrl, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      accept: "text/event-stream",
      authorization: `Bearer ${token}`,
      ...(cursor !== null && { "last-event-id": cursor }),
    },
    body: JSON.stringify({ query: endpoint.payloadQuery }),
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
}
