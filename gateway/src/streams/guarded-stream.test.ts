import { expect, test } from "vitest";
import { forbidden } from "@studio/kit/error/codes.js";
import { openClient, watchEvents } from "../../test/stream-client.js";
import { startTestGateway } from "../../test/test-gateway.js";
import type { StreamMessage } from "./event-stream.js";
import { guardStream } from "./guarded-stream.js";

const MESSAGE: StreamMessage = { data: { events: null }, extensions: { cursor: "1" } };

function guarded(messages: AsyncGenerator<StreamMessage, void, void>) {
  const gone = new AbortController();
  const draining = new AbortController().signal;
  const stream = guardStream(messages, { gone, draining, drained: () => {}, stalled: () => {}, stallMs: 60_000 });
  return { stream, gone: gone.signal };
}

test("a stream that ends by an error lets go of its reader, so that its connection keeps nothing of it", async () => {
  const { stream, gone } = guarded(
    (async function* () {
      yield MESSAGE;
      throw new Error("The cursor has expired.");
    })(),
  );
  await stream.next();
  expect(gone.aborted).toBe(false);
  await expect(stream.next()).rejects.toThrow("expired");
  expect(gone.aborted).toBe(true);
});

test("a gateway stops without waiting for streams that have ended by an error", async () => {
  const gateway = await startTestGateway();
  const { client, ended } = openClient(gateway);
  await (await watchEvents(client)).next();
  gateway.log.failures.push(forbidden("Query.submissionEventPage", "it was taken away"));
  const { stream } = await watchEvents(client, 'subscription { submissionEvents(after: "0") { id } }');
  await expect(stream.next()).rejects.toMatchObject([{ extensions: { code: "FORBIDDEN" } }]);
  const began = performance.now();
  await gateway.stop();
  expect(performance.now() - began, "a stream that says nothing is waited for two seconds").toBeLessThan(1_900);
  expect((await ended).code).toBe(1012);
});
