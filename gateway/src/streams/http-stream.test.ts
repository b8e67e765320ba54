import { ApolloClient, HttpLink, InMemoryCache, gql } from "@apollo/client";
import { EventSource } from "eventsource";
import { createClient } from "graphql-sse";
import { expect, onTestFinished, test } from "vitest";
import { hourMs } from "@studio/kit/clock.js";
import { ACCOUNT_ID, API_KEY, startTestGateway, type TestGateway } from "../../test/test-gateway.js";

const QUERY = "subscription { submissionEvents { id } }";
const authorization = `Bearer ${API_KEY}`;

function happen(gateway: TestGateway): void {
  gateway.log.append();
  gateway.wakeups.notify(ACCOUNT_ID);
}

const open = (gateway: TestGateway, { accept = "text/event-stream", headers = {}, query = QUERY } = {}) =>
  fetch(`${gateway.url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", accept, authorization, ...headers },
    body: JSON.stringify({ query }),
  });

test("graphql-sse, a client of the GraphQL over SSE protocol, receives events in order", async () => {
  const gateway = await startTestGateway();
  const client = createClient({ url: `${gateway.url}/graphql`, headers: { authorization }, retryAttempts: 0 });
  onTestFinished(() => client.dispose());
  const stream = client.iterate<Record<string, unknown>, { cursor: string }>({ query: QUERY });
  const next = async () => (await stream.next()).value!;
  expect(await next()).toEqual({ data: { submissionEvents: null }, extensions: { cursor: "0" } });
  happen(gateway);
  happen(gateway);
  expect((await next()).extensions).toEqual({ cursor: "1" });
  expect((await next()).extensions).toEqual({ cursor: "2" });
});

test("a root field may depend on a variable", async () => {
  const gateway = await startTestGateway();
  const client = createClient({ url: `${gateway.url}/graphql`, headers: { authorization }, retryAttempts: 0 });
  onTestFinished(() => client.dispose());
  const query = "subscription ($on: Boolean!) { submissionEvents @include(if: $on) { id } }";
  const first = async (on: boolean) => (await client.iterate({ query, variables: { on } }).next()).value;
  expect(await first(true)).toMatchObject({ data: { submissionEvents: null } });
  await expect(first(false)).rejects.toThrow("Bad Request");
});

test("graphql-sse also asks queries over the same transport", async () => {
  const gateway = await startTestGateway();
  const client = createClient({ url: `${gateway.url}/graphql`, headers: { authorization }, retryAttempts: 0 });
  onTestFinished(() => client.dispose());
  const answers = [];
  for await (const answer of client.iterate({ query: "{ viewer }" })) answers.push(answer);
  expect(answers).toEqual([{ data: { viewer: expect.anything() }, extensions: expect.anything() }]);
});

test("a plain EventSource resumes by itself behind the last event, when its connection is lost", async () => {
  const gateway = await startTestGateway();
  const opened: (string | undefined)[] = [];
  let lose: () => void;
  const url = new URL(`${gateway.url}/graphql`);
  url.searchParams.set("query", QUERY);
  const source = new EventSource(url, {
    fetch: async (input, init) => {
      opened.push(init.headers["Last-Event-ID"]);
      const response = await fetch(input, { ...init, headers: { ...init.headers, authorization } });
      const line = new TransformStream({ start: (end) => void (lose = () => end.error(new Error("line lost"))) });
      return {
        status: response.status,
        url: response.url,
        redirected: false,
        headers: response.headers,
        body: response.body!.pipeThrough(line),
      };
    },
  });
  onTestFinished(() => source.close());
  const cursors: string[] = [];
  source.addEventListener("next", ({ lastEventId }) => void cursors.push(lastEventId));
  await expect.poll(() => cursors).toEqual(["0"]);
  happen(gateway);
  await expect.poll(() => cursors).toEqual(["0", "1"]);
  lose!();
  happen(gateway);
  await expect.poll(() => cursors).toEqual(["0", "1", "2"]);
  expect(opened).toEqual([undefined, "1"]);
});

test("Apollo Client receives events over multipart", async () => {
  const gateway = await startTestGateway();
  const client = new ApolloClient({
    cache: new InMemoryCache(),
    link: new HttpLink({ uri: `${gateway.url}/graphql`, headers: { authorization } }),
  });
  onTestFinished(() => client.stop());
  const seen: unknown[] = [];
  const subscription = client
    .subscribe({ query: gql(QUERY), fetchPolicy: "no-cache" })
    .subscribe(({ data, extensions }) => void seen.push({ data, extensions }));
  onTestFinished(() => subscription.unsubscribe());
  await expect.poll(() => seen).toEqual([{ data: { submissionEvents: null }, extensions: { cursor: "0" } }]);
  happen(gateway);
  await expect.poll(() => seen.at(-1)).toMatchObject({ extensions: { cursor: "1" } });
  expect(seen.at(-1)).toMatchObject({ data: { submissionEvents: { id: expect.any(String) } } });
});

test.each(["text/event-stream", 'multipart/mixed;boundary="graphql";subscriptionSpec=1.0'])(
  "what is wrong before the stream begins is an ordinary HTTP error: %s",
  async (accept) => {
    const gateway = await startTestGateway();
    const refused = await open(gateway, { accept, headers: { authorization: "Bearer sk_nonsense" } });
    expect([refused.status, refused.headers.get("www-authenticate")]).toEqual([401, expect.stringContaining("Bearer")]);
    const unknown = await open(gateway, { accept, query: "subscription { nothing }" });
    expect(unknown.status).toBe(400);
    expect(await unknown.json()).toMatchObject({ errors: [{ extensions: { code: "GRAPHQL_VALIDATION_FAILED" } }] });
    const forged = await fetch(`${gateway.url}/graphql?query=mutation{x}`, { headers: { accept, authorization } });
    expect(forged.status).toBe(400);
  },
);

test("ends with UNAUTHENTICATED before the next event once the credential is revoked", async () => {
  const gateway = await startTestGateway();
  const body = readAll(await open(gateway));
  gateway.identity.revoked = true;
  happen(gateway);
  const text = await body;
  expect(text).toContain('"code":"UNAUTHENTICATED"');
  expect(text.trimEnd()).toMatch(/event: complete\ndata:$/);
  expect(text).not.toContain('"cursor":"1"');
});

test("multipart ends with UNAUTHENTICATED beside a payload that is null, and the last boundary", async () => {
  const gateway = await startTestGateway();
  const body = readAll(await open(gateway, { accept: 'multipart/mixed;boundary="graphql";subscriptionSpec=1.0' }));
  gateway.identity.revoked = true;
  happen(gateway);
  const text = await body;
  expect(text).toMatch(/"payload":null,"errors":\[\{.*"code":"UNAUTHENTICATED".*\}\]\}\r\n--graphql--\r\n$/);
  expect(text).not.toContain('"cursor":"1"');
});

test("ends when the token expires, though nothing happens", async () => {
  const gateway = await startTestGateway({ env: { STREAM_POLL_MS: "60000" } });
  const token = await gateway.hub.token();
  const response = await open(gateway, { headers: { authorization: `Bearer ${token}` } });
  gateway.clock.advance(hourMs);
  const text = await readAll(response);
  expect(text).toContain("has expired");
});

test("when the gateway stops it sends the last cursor and ends without completing, so that clients come again", async () => {
  const gateway = await startTestGateway();
  const query = "subscription { submissionEvents(types: [PHOTO_READY]) { id } }";
  const body = readAll(await open(gateway, { query }));
  gateway.log.append("SUBMISSION_SUBMITTED");
  const reads = gateway.log.reads;
  await expect.poll(() => gateway.log.reads).toBeGreaterThan(reads + 1);
  await gateway.stop();
  const text = await body;
  expect(text).toContain("id: 1\n");
  expect(text).not.toContain("complete");
});

test("holds a reader that does not read, and cuts it off in the end", async () => {
  const gateway = await startTestGateway({ env: { STREAM_STALL_MS: "300", STREAM_POLL_MS: "60000" } });
  for (let n = 0; n < 400; n++) gateway.log.append();
  const response = await open(gateway, { query: 'subscription { submissionEvents(after: "0") { id padding } }' });
  await expect.poll(() => gateway.log.reads).toBeGreaterThan(0);
  const reads = gateway.log.reads;
  await expect(patiently(() => readAll(response))).rejects.toThrow();
  expect(gateway.log.reads, "400 events of 64 KiB are four pages").toBeLessThan(reads + 3);
});

async function readAll(response: Response): Promise<string> {
  expect(response.status).toBe(200);
  return response.text();
}

/** Waits longer than a reader may stall. */
async function patiently<T>(work: () => Promise<T>): Promise<T> {
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  return work();
}
