import { once } from "node:events";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { newKey } from "@studio/kit/crypto/seal.js";
import { newId } from "@studio/kit/id.js";
import { CursorCodec } from "@studio/kit/paging/cursor.js";
import { EVENT_CURSORS } from "../event/event-catalogue.js";
import type { WebhookEndpointRow } from "../webhook-endpoint/webhook-endpoint.repository.js";
import { readPayload } from "./read-payload.js";
import type { DeliveryRow } from "./webhook-delivery.repository.js";

const [accountId, day, position] = [newId(), "2026-11-22", 7];
const cursors = new CursorCodec(newKey());

/** Reads one event from a graph that answers like this. */
async function readFrom(answer: (response: ServerResponse) => void) {
  const graph = createServer((_request, response) => answer(response)).listen(0, "127.0.0.1");
  onTestFinished(() => void graph.close());
  await once(graph, "listening");
  const graphUrl = `http://127.0.0.1:${(graph.address() as AddressInfo).port}/graphql`;
  const endpoint = { accountId, id: newId(), payloadQuery: "subscription { events { note } }" } as WebhookEndpointRow;
  const delivery = { accountId, position, day } as DeliveryRow;
  return readPayload({ graphUrl, key: newKey(), cursors, clock: { now: () => new Date() } }, endpoint, delivery);
}

const streamed = (message: object) => (response: ServerResponse) => {
  response.writeHead(200, { "content-type": "text/event-stream" });
  response.write(`event: next\ndata: ${JSON.stringify(message)}\n\n`);
};

test("reads a long answer whole, wherever the network cuts it: also inside a letter", async () => {
  const data = { events: { note: "€".repeat(300_000) } };
  const cursor = cursors.encode(accountId, EVENT_CURSORS, [position, day]);
  expect((await readFrom(streamed({ data, extensions: { cursor } })))?.data).toEqual(data);
});

test("says why there is no payload: the query was refused, its answer is too long, or there is none", async () => {
  await expect(readFrom(streamed({ errors: [{ message: "It costs too much." }] }))).rejects.toThrow(
    "The payload query was refused: It costs too much.",
  );
  await expect(readFrom(streamed({ data: "x".repeat(1_100_000) }))).rejects.toThrow("more than 1 MiB");
  await expect(readFrom((response) => response.destroy())).rejects.toThrow("The payload query was not answered.");
});
