import { expect, test, vi } from "vitest";
import { unavailable } from "@studio/kit/error/codes.js";
import WebSocket from "ws";
import { contactId } from "../../test/fixture-schema.js";
import { openClient, watchEvents } from "../../test/stream-client.js";
import { ACCOUNT_ID, API_KEY, startTestGateway } from "../../test/test-gateway.js";

const EVENTS = "subscription($after: String) { submissionEvents(after: $after) { id } }";

test.each([{ distributed: false }, { distributed: true }])(
  "begins at the head with a checkpoint, then sends each event with what four subgraphs know of it (%o)",
  async (mode) => {
    const gateway = await startTestGateway(mode);
    gateway.log.append();
    const { next } = await watchEvents(
      openClient(gateway).client,
      "subscription { event: submissionEvents { id type contact { firstName consents } submission { studio { name } } } }",
    );
    expect(await next()).toEqual({ data: { event: null }, extensions: { cursor: "1" } });
    gateway.log.append();
    expect(await next()).toEqual({
      data: {
        event: {
          id: "event-2",
          type: "SUBMISSION_SUBMITTED",
          contact: { firstName: "Person 2", consents: ["photo"] },
          submission: { studio: { name: "Headshots 2026" } },
        },
      },
      extensions: { cursor: "2" },
    });
  },
);

test("resumes after a cursor, in order, without a checkpoint and over several pages", async () => {
  const gateway = await startTestGateway({ env: { STREAM_PAGE_SIZE: "2" } });
  for (let n = 0; n < 5; n++) gateway.log.append();
  const { next } = await watchEvents(openClient(gateway).client, EVENTS, { after: "1" });
  for (const n of [2, 3, 4, 5]) {
    expect(await next()).toEqual({
      data: { submissionEvents: { id: `event-${n}` } },
      extensions: { cursor: String(n) },
    });
  }
});

test("a wake-up brings an event long before the poll", async () => {
  const gateway = await startTestGateway({ env: { STREAM_POLL_MS: "60000" } });
  const { next } = await watchEvents(openClient(gateway).client);
  await next();
  gateway.log.append();
  gateway.wakeups.notify(ACCOUNT_ID);
  expect((await next()).extensions).toEqual({ cursor: "1" });
});

test("gives each event its own errors, under the client's path", async () => {
  const gateway = await startTestGateway();
  for (let n = 0; n < 3; n++) gateway.log.append();
  const query = `subscription { e: submissionEvents(after: "0") { id secret contact { phone } } }`;
  const { next } = await watchEvents(openClient(gateway).client, query);
  for (const n of [1, 2, 3]) {
    const { data, errors, extensions } = await next();
    expect(data).toEqual({ e: { id: `event-${n}`, secret: null, contact: { phone: null } } });
    expect(errors?.map(({ path }) => path)).toEqual([
      ["e", "secret"],
      ["e", "contact", "phone"],
    ]);
    expect(errors![0]!.extensions).toMatchObject({ code: "FORBIDDEN", requestId: expect.any(String) });
    expect(extensions).toEqual({ cursor: String(n) });
  }
});

test("tries a page again after a passing failure and skips nothing", async () => {
  const gateway = await startTestGateway();
  gateway.log.append();
  gateway.log.failures.push(unavailable(), new Error("connection reset"), unavailable());
  const { next } = await watchEvents(openClient(gateway).client, EVENTS, { after: "0" });
  expect((await next()).extensions).toEqual({ cursor: "1" });
  expect(gateway.log.reads).toBeGreaterThanOrEqual(4);
});

test("ends with the error that asking again cannot cure", async () => {
  const gateway = await startTestGateway();
  const { stream } = await watchEvents(openClient(gateway, null).client);
  await expect(stream.next()).rejects.toMatchObject([
    {
      message: expect.stringContaining("Sign in first"),
      extensions: { code: "UNAUTHENTICATED", requestId: expect.any(String) },
    },
  ]);
});

test.each([
  ["is not valid", "subscription { submissionEvents { nothing } }", "GRAPHQL_VALIDATION_FAILED"],
  ["does not parse", "subscription { ", "GRAPHQL_PARSE_FAILED"],
  [
    "lacks a variable",
    "subscription($t: [SubmissionEventType!]!) { submissionEvents(types: $t) { id } }",
    "BAD_USER_INPUT",
  ],
  [
    "has too many aliases",
    `subscription { submissionEvents { ${Array.from({ length: 31 }, (_, n) => `a${n}: id`).join(" ")} } }`,
    "GRAPHQL_VALIDATION_FAILED",
  ],
])("refuses a subscription that %s", async (_case, query, code) => {
  const gateway = await startTestGateway();
  const { stream } = await watchEvents(openClient(gateway).client, query);
  await expect(stream.next()).rejects.toMatchObject([{ extensions: { code } }]);
  expect(gateway.log.reads).toBe(0);
});

test("answers queries and mutations like HTTP does", async () => {
  const gateway = await startTestGateway();
  const { client } = openClient(gateway);
  const query = client.iterate({
    query: `query($id: ID!) { node(id: $id) { id } broken }`,
    variables: { id: contactId(2) },
  });
  expect((await query.next()).value).toMatchObject({
    data: { node: { id: contactId(2) }, broken: null },
    errors: [{ extensions: { code: "INTERNAL", requestId: expect.any(String) } }],
  });
  const mutation = client.iterate({
    query: `mutation { renameContact(id: "${contactId(2)}", firstName: "Ada") { firstName } }`,
  });
  expect((await mutation.next()).value).toEqual({ data: { renameContact: { firstName: "Ada" } } });
});

test("closes with 4403 for a credential that is not valid", async () => {
  const gateway = await startTestGateway();
  const { client, ended } = openClient(gateway, "sk_nonsense");
  await expect(client.iterate({ query: "{ viewer }" }).next()).rejects.toBeTruthy();
  expect((await ended).code).toBe(4403);
});

test("closes with 4403 before the next event once the credential is revoked", async () => {
  const gateway = await startTestGateway();
  const { client, ended } = openClient(gateway);
  const { next, stream } = await watchEvents(client);
  await next();
  gateway.identity.revoked = true;
  gateway.log.append();
  gateway.wakeups.notify(ACCOUNT_ID);
  await expect(stream.next()).rejects.toBeTruthy();
  expect((await ended).code).toBe(4403);
});

test("closes with 4403 when the token expires, though nothing happens", async () => {
  const gateway = await startTestGateway({ env: { STREAM_POLL_MS: "60000" } });
  const token = await gateway.hub.token({ exp: Math.ceil(Date.now() / 1000) + 1 });
  const { client, ended } = openClient(gateway, token);
  const { next, stream } = await watchEvents(client);
  await next();
  await expect(stream.next()).rejects.toBeTruthy();
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
  await vi.waitFor(async () => expect((await gateway.graphql("{ viewer }")).status).toBe(200));
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
  await vi.waitFor(() => expect(gateway.log.reads).toBeGreaterThan(reads + 1));
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
  await vi.waitUntil(() => stalled.isPaused);
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
