import { createClient } from "graphql-ws";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import WebSocket from "ws";
import { newId } from "@studio/kit/id.js";
import { toGlobalId } from "@studio/kit/paging/global-id.js";
import { createAccount, type TestAccount } from "../support/account.js";
import { countFetches, type FetchCounter } from "../support/fetch-counter.js";
import { bearer, post, send, type HttpAnswer } from "../support/http.js";
import { OVERSIZED, nested, request, times } from "./oversized-operations.js";
import { startTestPlatform, type TestPlatform } from "../support/platform.js";

let platform: TestPlatform;
let account: TestAccount;
let fetches: FetchCounter;

beforeAll(async () => {
  platform = await startTestPlatform();
  account = await createAccount(platform);
  fetches = countFetches(platform);
});

beforeEach(() => void (fetches.count = 0));

afterAll(() => platform?.stop());

/** A typed error in JSON, with a request id, no internals, and not one subgraph asked. */
function expectRefused(answer: HttpAnswer, status: number, code: string, message: RegExp): void {
  expect([answer.status, answer.headers.get("content-type")], answer.text).toEqual([
    status,
    expect.stringContaining("json"),
  ]);
  expect(answer.json?.data).toBeUndefined();
  for (const error of answer.json!.errors!) {
    expect(error.extensions).toEqual({ code, requestId: expect.stringMatching(/^[\w-]{8,}$/) });
  }
  expect(answer.json!.errors!.map((error) => error.message).join("\n")).toMatch(message);
  expect(answer.text).not.toMatch(/node_modules|at \w+ \(|\.ts:|\.js:|stacktrace/);
  expect(fetches.count).toBe(0);
}

const owner = () => bearer(account.credentials.owner);
const ask = (query: string) => post(platform.graphUrl, { query }, owner());

test("an ordinary operation is answered, and does reach subgraphs", async () => {
  const { status, json } = await ask("{ contacts { edges { node { id latestSubmission { id } } } } }");
  expect([status, json?.errors]).toEqual([200, undefined]);
  expect(fetches.count).toBeGreaterThan(1);
});

test.each(OVERSIZED)("an operation %s is refused before any resolver", async (_what, query, code, message) => {
  expectRefused(await ask(query), 400, code, message);
});

type RawRequest = Omit<RequestInit, "headers"> & { headers?: Record<string, string> };

const raw = (init: RawRequest, path = "") =>
  send(platform.graphUrl + path, { method: "POST", ...init, headers: { ...owner(), ...init.headers } });
const json = { "content-type": "application/json" };
const whole = JSON.stringify({ query: "{ account { id } }" });

test.each([
  [
    "larger than 1 MiB",
    { headers: json, body: JSON.stringify({ query: "{ account { id } }", variables: { x: "x".repeat(1024 * 1024) } }) },
    413,
    /too large/,
  ],
  ["that is a batch", { headers: json, body: `[${whole},${whole}]` }, 400, /batch/i],
  ["that is no JSON", { headers: json, body: '{"query": "{ account' }, 400, /not valid JSON/],
  ["that is empty", { headers: json, body: "" }, 400, /empty/],
  ["without a query", { headers: json, body: "{}" }, 400, /no keys/],
  ["that is null", { headers: json, body: "null" }, 400, /./],
  [
    "with a prototype in it",
    { headers: json, body: `{"__proto__": {"query": "x"}, "query": "{ account { id } }"}` },
    400,
    /./,
  ],
  [
    "whose variables are no object",
    { headers: json, body: `{"query": "{ account { id } }", "variables": "x"}` },
    400,
    /variables/,
  ],
  [
    "sent as a form, as another site could (CSRF)",
    { headers: { "content-type": "text/plain" }, body: whole },
    [400, 415],
    /content-type/i,
  ],
  [
    "sent as URL-encoded",
    { headers: { "content-type": "application/x-www-form-urlencoded" }, body: "query=%7Baccount%7Bid%7D%7D" },
    [400, 415],
    /content-type/i,
  ],
  [
    "sent as multipart",
    { headers: { "content-type": "multipart/form-data; boundary=x" }, body: "--x--" },
    [400, 415],
    /content-type/i,
  ],
] as const)("a body %s is refused before any resolver", async (_what, init, status, message) => {
  const answer = await raw(init);
  expect([status].flat()).toContain(answer.status);
  expectRefused(answer, answer.status, "BAD_USER_INPUT", message);
});

const START = `mutation ($input: StartBulkActionInput!) { startBulkAction(input: $input) { __typename
  ... on StartBulkActionPayload { bulkAction { total } } } }`;

test("a bulk action of as many contacts as it promises fits a body, and one more is told as an error of its own", async () => {
  const contactIds = Array.from({ length: 10_001 }, () => toGlobalId("Contact", newId()));
  const start = async (count: number) => {
    const input = { kind: "ARCHIVE", target: { contactIds: contactIds.slice(0, count) } };
    const { status, json } = await post(platform.graphUrl, { query: START, variables: { input } }, owner());
    return [status, json?.errors, json?.data?.["startBulkAction"]];
  };
  const started = { __typename: "StartBulkActionPayload", bulkAction: { total: 10_000 } };
  expect(await start(10_000)).toEqual([200, undefined, started]);
  expect(await start(10_001)).toEqual([200, undefined, { __typename: "BulkTargetTooLarge" }]);
});

const viaGet = (query: string) => `?query=${encodeURIComponent(query)}`;

test("a GET without a preflight header, as another site could send it, is refused", async () => {
  expectRefused(await raw({ method: "GET" }, viaGet("{ account { id } }")), 400, "BAD_USER_INPUT", /CSRF/);
});

test("a mutation by GET is refused", async () => {
  const preflighted = { method: "GET", headers: { "apollo-require-preflight": "yes" } };
  expect((await raw(preflighted, viaGet("{ account { id } }"))).status).toBe(200);
  fetches.count = 0;
  const answer = await raw(preflighted, viaGet(`mutation { ${request(0)} }`));
  expectRefused(answer, 405, "BAD_USER_INPUT", /GET/);
});

test("the same limits hold over WebSocket", async () => {
  const client = createClient({
    url: platform.graphUrl.replace(/^http/, "ws"),
    webSocketImpl: WebSocket,
    retryAttempts: 0,
    connectionParams: owner(),
  });
  const codesOf = async (query: string) => {
    const { errors } = await client
      .iterate({ query })
      .next()
      .then(
        ({ value }) => value,
        (errors) => ({ errors }),
      );
    return (errors as { extensions: { code: string } }[]).map(({ extensions }) => extensions.code);
  };
  expect(await codesOf(`{ ${times(2100, () => "__typename")} }`)).toEqual(["GRAPHQL_PARSE_FAILED"]);
  expect(await codesOf(`{ account { ${times(31, (n) => `a${n}: id`)} } }`)).toEqual(["GRAPHQL_VALIDATION_FAILED"]);
  expect(
    await codesOf(`subscription { submissionEvents { submission { contact { submissions { ${nested(4)} } } } } }`),
  ).toEqual(["GRAPHQL_VALIDATION_FAILED"]);
  expect(await codesOf(`subscription { ${times(2, (n) => `s${n}: submissionEvents { id }`)} }`)).not.toEqual([]);
  expect(fetches.count).toBe(0);
  await client.dispose();
});
