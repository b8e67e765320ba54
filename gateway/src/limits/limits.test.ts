import { expect, test } from "vitest";
import { contactId } from "../../test/fixture-schema.js";
import { API_KEY, startTestGateway, type TestGateway } from "../../test/test-gateway.js";

/** Posts a body as it stands. */
async function post(gateway: TestGateway, body: string, headers: Record<string, string> = {}) {
  const response = await fetch(`${gateway.url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${API_KEY}`, ...headers },
    body,
  });
  return { status: response.status, type: response.headers.get("content-type"), text: await response.text() };
}

const one = `contact(id: "${contactId(1)}")`;

test.each([
  ["too many tokens", `{ ${"viewer ".repeat(2_100)} }`, /more that 2000 tokens/],
  [
    "too deep an operation",
    `{ ${one} { ${"latestSubmission { contact { ".repeat(8)} id ${"} } ".repeat(8)} } }`,
    /18 levels deep, and at most 15/,
  ],
  ["too many aliases", `{ ${one} { ${times(31, (n) => `a${n}: id`)} } }`, /31 aliases, and at most 30/],
  ["too many aliases of __typename", `{ ${times(31, (n) => `a${n}: __typename`)} }`, /31 aliases, and at most 30/],
  [
    "aliases multiplied by fragments",
    `{ ${times(4, (n) => `r${n}: ${one} { ...F }`)} } fragment F on Contact { ${times(9, (n) => `a${n}: id`)} }`,
    /40 aliases, and at most 30/,
  ],
  ["too many root fields", `{ ${times(11, (n) => `a${n}: viewer`)} }`, /11 root fields, and at most 10/],
])("refuses %s before any resolver runs", async (_case, query, message) => {
  const gateway = await startTestGateway();
  const { status, errors } = await gateway.graphql(query);
  expect(status).toBe(400);
  expect(errors!.map((error) => error.message).join("\n")).toMatch(message);
  expect(gateway.calls.resolvers).toBe(0);
});

test("measures nested fragments in a time that does not double with each level", async () => {
  const gateway = await startTestGateway({ env: { LIMIT_TOKENS: "100000" } });
  const levels = times(60, (n) => `fragment F${n} on Contact { ...F${n + 1} ...F${n + 1} }`);
  const { status } = await gateway.graphql(`{ ${one} { ...F0 } } ${levels} fragment F60 on Contact { a: id }`);
  expect(status).toBe(400);
  expect(gateway.calls.resolvers).toBe(0);
});

test("refuses a fragment that contains itself", async () => {
  const gateway = await startTestGateway();
  const { status } = await gateway.graphql(`{ ${one} { ...F } } fragment F on Contact { ...F }`);
  expect(status).toBe(400);
});

test("refuses a body larger than 1 MiB", async () => {
  const gateway = await startTestGateway();
  const { status, text } = await post(
    gateway,
    JSON.stringify({ query: "{ viewer }", padding: "x".repeat(1024 * 1024) }),
  );
  expect(status).toBe(413);
  expect(JSON.parse(text).errors[0]).toMatchObject({
    message: "The body is too large.",
    extensions: { code: "BAD_USER_INPUT" },
  });
  expect(gateway.calls.resolvers).toBe(0);
});

test("refuses several operations in one request", async () => {
  const gateway = await startTestGateway();
  const { status, text } = await post(gateway, JSON.stringify([{ query: "{ viewer }" }, { query: "{ viewer }" }]));
  expect(status).toBe(400);
  expect(JSON.parse(text).errors[0].extensions.requestId).toBeTruthy();
  expect(gateway.calls.resolvers).toBe(0);
});

test.each([
  ["malformed JSON", "{ not json", "application/json", 400],
  ["an empty body", "", "application/json", 400],
  ["no query", "{}", "application/json", 400],
  ["a query that is no string", '{"query": 5}', "application/json", 400],
  ["a query that does not parse", '{"query": "{ viewer"}', "application/json", 400],
  ["a form post from another site", "query={viewer}", "application/x-www-form-urlencoded", 415],
  ["a simple request from another site", '{"query": "{ viewer }"}', "text/plain", 400],
])("answers %s with a JSON error and never with HTML or a stack", async (_case, body, type, expected) => {
  const gateway = await startTestGateway();
  const response = await post(gateway, body, { "content-type": type });
  expect(response.status).toBe(expected);
  expect(response.type).toContain("application/json");
  expect(JSON.parse(response.text).errors[0].extensions).toMatchObject({
    code: expect.any(String),
    requestId: expect.any(String),
  });
  expect(response.text).not.toMatch(/<html|node_modules|stacktrace/i);
  expect(gateway.calls.resolvers).toBe(0);
});

test("answers a query by GET only to a client that cannot be a form, and a mutation never", async () => {
  const gateway = await startTestGateway();
  const get = (query: string, headers: Record<string, string>) =>
    fetch(`${gateway.url}/graphql?query=${encodeURIComponent(query)}`, { headers });
  expect((await get("{ viewer }", {})).status).toBe(400);
  expect((await get("{ viewer }", { "apollo-require-preflight": "1" })).status).toBe(200);
  const renamed = gateway.calls.resolvers;
  const mutation = await get(`mutation { renameContact(id: "${contactId(1)}", firstName: "X") { id } }`, {
    "apollo-require-preflight": "1",
  });
  expect(mutation.status).toBe(405);
  expect(gateway.calls.resolvers).toBe(renamed);
});

test("answers introspection only where the setting allows it", async () => {
  const query = "{ __schema { types { name fields { name type { ofType { ofType { ofType { name } } } } } } } }";
  const open = await startTestGateway();
  expect((await open.graphql(query)).data?.["__schema"].types.length).toBeGreaterThan(5);
  const closed = await startTestGateway({ env: { INTROSPECTION: "off" } });
  const { status, errors } = await closed.graphql(query);
  expect(status).toBe(400);
  expect(errors![0]!.message).toMatch(/introspection is not allowed/i);
});

test("hides what the schema holds from a guesser where introspection is off", async () => {
  const closed = await startTestGateway({ env: { INTROSPECTION: "off" } });
  const { errors } = await closed.graphql("{ viewr }");
  expect(errors![0]!.message).not.toContain("viewer");
});

test("answers unknown paths with JSON", async () => {
  const { url } = await startTestGateway();
  const response = await fetch(`${url}/nowhere`);
  expect(response.status).toBe(404);
  expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: "NOT_FOUND" } }] });
});

function times(count: number, make: (n: number) => string): string {
  return Array.from({ length: count }, (_, n) => make(n)).join(" ");
}
