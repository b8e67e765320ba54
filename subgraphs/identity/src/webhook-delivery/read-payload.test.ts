import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { newKey } from "@studio/kit/crypto/seal.js";
import { newId } from "@studio/kit/id.js";
import { CursorCodec } from "@studio/kit/paging/cursor.js";
import { EVENT_CURSORS } from "../event/event-catalogue.js";
import type { WebhookEndpointRow } from "../webhook-endpoint/webhook-endpoint.repository.js";
import { readPayload } from "./read-payload.js";
import type { DeliveryRow } from "./webhook-delivery.repository.js";

test("reads a long answer whole, wherever the network cuts it: also inside a letter", async () => {
  const [accountId, day, position] = [newId(), "2026-11-22", 7];
  const cursors = new CursorCodec(newKey());
  const data = { events: { note: "€".repeat(300_000) } };
  const cursor = cursors.encode(accountId, EVENT_CURSORS, [position, day]);
  const graph = createServer((_request, response) => {
    response.writeHead(200, { "content-type": "text/event-stream" });
    response.write(`event: next\ndata: ${JSON.stringify({ data, extensions: { cursor } })}\n\n`);
  }).listen(0, "127.0.0.1");
  onTestFinished(() => void graph.close());
  await once(graph, "listening");
  const graphUrl = `http://127.0.0.1:${(graph.address() as AddressInfo).port}/graphql`;
  const endpoint = { accountId, id: newId(), payloadQuery: "subscription { events { note } }" } as WebhookEndpointRow;
  const delivery = { accountId, position, day } as DeliveryRow;
  const reader = { graphUrl, key: newKey(), cursors, clock: { now: () => new Date() } };
  expect((await readPayload(reader, endpoint, delivery))?.data).toEqual(data);
});
