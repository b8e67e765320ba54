import { expect, test, vi } from "vitest";
import WebSocket from "ws";
import { hourMs } from "@studio/kit/clock.js";
import { openClient, watchEvents } from "../../test/stream-client.js";
import { ACCOUNT_ID, API_KEY, startTestGateway, type TestGateway } from "../../test/test-gateway.js";

function happen(gateway: TestGateway): void {
  gateway.log.append();
  gateway.wakeups.notify(ACCOUNT_ID);
}

test("closes with 4403 for a credential that is not valid", async () => {
  const gateway = await startTestGateway();
  const { client, ended } = openClient(gateway, "sk_nonsense");
  await expect(client.iterate({ query: "{ viewer }" }).next()).rejects.toBeTruthy();
  expect((await ended).code).toBe(4403);
});

test("closes with 4401 who subscribes before they were let in", async () => {
  const gateway = await startTestGateway();
  const socket = new WebSocket(`${gateway.url.replace("http", "ws")}/graphql`, "graphql-transport-ws");
  const closed = new Promise<number>((resolve) => socket.once("close", resolve));
  await new Promise((resolve) => socket.once("open", resolve));
  socket.send(JSON.stringify({ id: "1", type: "subscribe", payload: { query: "subscription { events { id } }" } }));
  expect(await closed).toBe(4401);
});

test("closes with 4403 before the next event once the credential is revoked, whoever else waits with it", async () => {
  const gateway = await startTestGateway();
  const readers = await Promise.all(
    [1, 2, 3].map(async () => {
      const { client, ended } = openClient(gateway);
      const { next, stream } = await watchEvents(client);
      await next();
      return { stream, ended };
    }),
  );
  gateway.identity.revoked = true;
  happen(gateway);
  for (const { stream, ended } of readers) {
    await expect(stream.next()).rejects.toBeTruthy();
    expect((await ended).code).toBe(4403);
  }
});

test("closes with 4403 when the token expires, though nothing happens", async () => {
  const gateway = await startTestGateway({ env: { STREAM_POLL_MS: "60000" } });
  const { client, ended } = openClient(gateway, await gateway.hub.token());
  const { next, stream } = await watchEvents(client);
  await next();
  gateway.clock.advance(hourMs);
  await expect(stream.next()).rejects.toBeTruthy();
  expect(await ended).toMatchObject({ code: 4403, reason: expect.stringContaining("expired") });
});

test("looks again when what lets a client in runs out by the clock, and goes on if it was extended", async () => {
  const gateway = await startTestGateway({ env: { STREAM_POLL_MS: "60000" } });
  gateway.identity.expiresAt = new Date(gateway.clock.now().getTime() + hourMs);
  const { client, ended } = openClient(gateway);
  const { next } = await watchEvents(client);
  await next();
  const extended = new Date(gateway.clock.now().getTime() + 3 * hourMs);
  gateway.identity.expiresAt = extended;
  const asked = gateway.identity.asked.length;
  gateway.clock.advance(2 * hourMs);
  await expect.poll(() => gateway.identity.asked.length).toBeGreaterThan(asked);
  happen(gateway);
  await next();
  gateway.clock.advance(2 * hourMs);
  expect(await ended).toMatchObject({ code: 4403, reason: expect.stringContaining("expired") });
});

test("runs at most so many operations on one connection", async () => {
  const gateway = await startTestGateway({ env: { LIMIT_SUBSCRIPTIONS: "2" } });
  const { client } = openClient(gateway);
  for (let n = 0; n < 2; n++) await (await watchEvents(client)).next();
  const { stream } = await watchEvents(client);
  await expect(stream.next()).rejects.toMatchObject([{ extensions: { code: "RATE_LIMITED" } }]);
});

test("stops reading for a client that unsubscribes", async () => {
  const gateway = await startTestGateway({ env: { STREAM_POLL_MS: "10" } });
  const { client } = openClient(gateway);
  const { stream, next } = await watchEvents(client);
  await next();
  await stream.return!();
  const after = client.iterate({ query: "{ viewer }" });
  await after.next();
  const reads = gateway.log.reads;
  await expect.poll(async () => (await gateway.graphql("{ viewer }")).status).toBe(200);
  expect(gateway.log.reads).toBeLessThanOrEqual(reads + 1);
});

test("sends the last cursor and closes with 1012 when the gateway stops, without completing", async () => {
  const gateway = await startTestGateway();
  const { client, ended } = openClient(gateway);
  const query = "subscription { submissionEvents(types: [PHOTO_READY]) { id } }";
  const { next, stream } = await watchEvents(client, query);
  await next();
  gateway.log.append("SUBMISSION_SUBMITTED");
  const reads = gateway.log.reads;
  await expect.poll(() => gateway.log.reads).toBeGreaterThan(reads + 1);
  const stopped = gateway.stop();
  expect(await next()).toEqual({ data: { submissionEvents: null }, extensions: { cursor: "1" } });
  await expect(stream.next()).rejects.toBeTruthy();
  expect((await ended).code).toBe(1012);
  await stopped;
});

test("holds a reader that does not read, cuts it off in the end, and keeps the others going", async () => {
  const gateway = await startTestGateway({ env: { STREAM_STALL_MS: "300", STREAM_POLL_MS: "60000" } });
  for (let n = 0; n < 400; n++) gateway.log.append();
  const reader = await watchEvents(openClient(gateway).client);
  await reader.next();
  const stalled = new WebSocket(`${gateway.url.replace("http", "ws")}/graphql`, "graphql-transport-ws");
  let cut = false;
  stalled.on("error", () => {});
  stalled.on("close", () => (cut = true));
  stalled.on("message", () => stalled.pause());
  await new Promise((resolve) => stalled.once("open", resolve));
  const query = 'subscription { submissionEvents(after: "0") { id padding } }';
  stalled.send(JSON.stringify({ type: "connection_init", payload: { authorization: `Bearer ${API_KEY}` } }));
  await expect.poll(() => stalled.isPaused).toBe(true);
  const reads = gateway.log.reads;
  stalled.send(JSON.stringify({ id: "1", type: "subscribe", payload: { query } }));
  await vi.waitUntil(
    () => {
      if (!cut) stalled.ping();
      return cut;
    },
    { timeout: 10_000 },
  );
  expect(gateway.log.reads - reads, "400 events of 64 KiB are four pages").toBeLessThan(4);
  gateway.log.append();
  gateway.wakeups.notify(ACCOUNT_ID);
  expect((await reader.next()).extensions).toEqual({ cursor: "401" });
});

test("readers with one credential who ask the same share one execution, and no other does", async () => {
  const gateway = await startTestGateway({ env: { STREAM_POLL_MS: "60000" } });
  const other = await gateway.hub.token({});
  const watch = async (token?: string) => {
    const { next } = await watchEvents(openClient(gateway, token).client);
    await next();
    return next;
  };
  const same = await Promise.all(Array.from({ length: 10 }, () => watch()));
  const different = await watch(other);
  const reads = gateway.log.reads;
  happen(gateway);
  const messages = await Promise.all([...same, different].map((next) => next()));
  expect(messages.map(({ extensions }) => extensions?.cursor)).toEqual(Array(11).fill("1"));
  await expect.poll(() => gateway.log.reads - reads).toBeGreaterThanOrEqual(2);
  expect(gateway.log.reads - reads, "one execution for ten readers, one for the other").toBe(2);
});

test("goes on with a fresh token that a ping brings, and ends with another's", async () => {
  const gateway = await startTestGateway({ env: { STREAM_POLL_MS: "60000" } });
  const soon = await gateway.hub.token();
  const later = await gateway.hub.token({ exp: Math.ceil(Date.now() / 1000) + 24 * 3600 });
  const socket = new WebSocket(`${gateway.url.replace("http", "ws")}/graphql`, "graphql-transport-ws");
  const closed = new Promise<number>((resolve) => socket.once("close", resolve));
  const cursors: string[] = [];
  let pongs = 0;
  socket.on("message", (text) => {
    const message = JSON.parse((text as Buffer).toString()) as {
      type: string;
      payload?: { extensions: { cursor: string } };
    };
    if (message.type === "next") cursors.push(message.payload!.extensions.cursor);
    if (message.type === "pong") pongs++;
    if (message.type === "connection_ack")
      socket.send(
        JSON.stringify({ id: "1", type: "subscribe", payload: { query: "subscription { submissionEvents { id } }" } }),
      );
  });
  const ping = (token: string) =>
    socket.send(JSON.stringify({ type: "ping", payload: { authorization: `Bearer ${token}` } }));
  await new Promise((resolve) => socket.once("open", resolve));
  socket.send(JSON.stringify({ type: "connection_init", payload: { authorization: `Bearer ${soon}` } }));
  await expect.poll(() => cursors).toEqual(["0"]);
  ping(later);
  await expect.poll(() => pongs).toBe(1);
  gateway.clock.advance(hourMs);
  const expired = performance.now();
  // Time enough for a look at what has expired, if anybody still looked at that.
  await expect.poll(() => performance.now() - expired).toBeGreaterThan(1_000);
  happen(gateway);
  await expect.poll(() => cursors).toEqual(["0", "1"]);
  ping("sk_nonsense");
  expect(await closed).toBe(4403);
});
