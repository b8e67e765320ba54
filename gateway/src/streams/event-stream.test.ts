import { expect, onTestFinished, test, vi } from "vitest";
import { unavailable } from "@studio/kit/error/codes.js";
import { Wakeups } from "@studio/kit/events/wakeups.js";
import { contactId } from "../../test/fixture-schema.js";
import { openClient, watchEvents } from "../../test/stream-client.js";
import { ACCOUNT_ID, startTestGateway } from "../../test/test-gateway.js";
import { streamEvents } from "./event-stream.js";
import type { PageReader } from "./page-reader.js";
import { PAGE_KEY } from "./subscription-rewrite.js";

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

test("a stream that resumes behind events that its filter leaves out is told how far it came", async () => {
  const gateway = await startTestGateway();
  gateway.log.append("SUBMISSION_SUBMITTED");
  gateway.log.append("SUBMISSION_ACCEPTED");
  const query = `subscription($after: String) { submissionEvents(after: $after, types: [SUBMISSION_SUBMITTED]) { id } }`;
  const { next } = await watchEvents(openClient(gateway).client, query, { after: "0" });
  expect((await next()).extensions).toEqual({ cursor: "1" });
  expect(await next()).toEqual({ data: { submissionEvents: null }, extensions: { cursor: "2" } });
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

test("reads smaller pages where one would cost more than its reader may ever spend", async () => {
  const gateway = await startTestGateway({ env: { LIMIT_COST: "20" } });
  for (let n = 0; n < 5; n++) gateway.log.append();
  const { next } = await watchEvents(openClient(gateway).client, EVENTS, { after: "0" });
  for (const n of [1, 2, 3, 4, 5]) expect((await next()).extensions).toEqual({ cursor: String(n) });
});

test("refuses at once what costs too much for a single event", async () => {
  const gateway = await startTestGateway({ env: { LIMIT_COST: "1" } });
  const { next } = await watchEvents(openClient(gateway).client, EVENTS, { after: "0" });
  await expect(next()).rejects.toMatchObject([{ extensions: { code: "RATE_LIMITED" } }]);
});

test("reads half a page after one that got too old before it was told, and longer ones again", async () => {
  vi.useFakeTimers({ toFake: ["performance"] });
  onTestFinished(() => void vi.useRealTimers());
  const sizes: number[] = [];
  const read: PageReader = async (_query, { after, first }) => {
    sizes.push(Number(first));
    vi.advanceTimersByTime(15 * Number(first));
    const edges = Array.from({ length: Number(first) }, (_, n) => ({ cursor: `${Number(after) + n + 1}`, node: {} }));
    return { data: { [PAGE_KEY]: { edges, endCursor: edges.at(-1)!.cursor, hasMore: true } } };
  };
  const query = { query: "", responseKey: "events", variables: {}, afterVariable: "after", firstVariable: "first" };
  const gone = new AbortController();
  const stream = streamEvents({
    page: { ...query, after: "0" },
    account: ACCOUNT_ID,
    wakeups: new Wakeups(),
    read,
    settings: { pageSize: 100, pollMs: 1_000, maxPageAgeMs: 1_000 },
    gone: gone.signal,
    draining: gone.signal,
    follow: () => Promise.reject(new Error("There is always more.")),
  });
  for (let n = 1; n <= 300; n++)
    expect((await stream.next()).value).toMatchObject({ extensions: { cursor: String(n) } });
  expect(sizes).toEqual([100, 50, 60, 70, 35, 45, 55, 65]);
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
  expect((await mutation.next()).value).toMatchObject({ data: { renameContact: { firstName: "Ada" } } });
});
