import { connect } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import WebSocket from "ws";
import { ACCOUNT_ID, API_KEY, startTestGateway, type TestGateway } from "../../test/test-gateway.js";

const QUERY = JSON.stringify({ query: "subscription { submissionEvents { id } }" });

/** Asks for a stream over a line of its own. */
function askForStream(gateway: TestGateway) {
  const line = connect(Number(new URL(gateway.url).port), "127.0.0.1");
  const closed = new Promise<void>((resolve) => line.once("close", () => resolve()));
  let text = "";
  line.on("data", (chunk) => (text += chunk.toString())).on("error", () => {});
  line.write(
    `POST /graphql HTTP/1.1\r\nhost: localhost\r\naccept: text/event-stream\r\nauthorization: Bearer ${API_KEY}\r\n` +
      `content-type: application/json\r\ncontent-length: ${QUERY.length}\r\n\r\n${QUERY}`,
  );
  onTestFinished(() => void line.destroy());
  return { line, closed, text: () => text };
}

test("nothing is read for a client that leaves while it is asked who it is", async () => {
  const gateway = await startTestGateway();
  const answers = Promise.withResolvers<void>();
  gateway.identity.answers = answers.promise;
  const { line, closed } = askForStream(gateway);
  await expect.poll(() => gateway.identity.asked.length).toBe(1);
  line.destroy();
  await closed;
  expect((await fetch(`${gateway.url}/health/live`)).ok, "the gateway has seen it leave before it sees another").toBe(
    true,
  );
  answers.resolve();
  expect((await gateway.graphql("{ viewer }")).status).toBe(200);
  gateway.wakeups.notify(ACCOUNT_ID);
  expect([gateway.wakeups.version(ACCOUNT_ID), gateway.log.reads]).toEqual([0, 0]);
});

test("a stream that is asked for while a gateway stops ends without completing, and does not keep it", async () => {
  const gateway = await startTestGateway();
  const slow = new WebSocket(`${gateway.url.replace("http", "ws")}/graphql`, "graphql-transport-ws");
  slow.on("error", () => {});
  await new Promise((resolve) => slow.once("open", resolve));
  // It does not answer the close that it is sent, so the gateway waits for it, after all streams are told.
  slow.pause();
  const answers = Promise.withResolvers<void>();
  gateway.identity.answers = answers.promise;
  const { closed, text } = askForStream(gateway);
  await expect.poll(() => gateway.identity.asked.length).toBe(1);
  const stopped = gateway.stop();
  answers.resolve();
  await closed;
  await stopped;
  expect(text()).toContain("text/event-stream");
  expect(text()).not.toContain("complete");
});
