import { expect, test } from "vitest";
import { buildSchema, parse, print } from "graphql";
import { toGlobalId } from "@studio/kit/paging/global-id.js";
import { accountId, contactId, studioId, submissionId, uuid } from "../../test/fixture-schema.js";
import { startTestGateway } from "../../test/test-gateway.js";
import { rewriteNodeLookups } from "./rewrite-node-lookups.js";

const schema = buildSchema(`
  interface Node { id: ID! }
  type Contact implements Node { id: ID! firstName: String }
  type Studio implements Node { id: ID! name: String }
  type Badge implements Node { id: ID! colour: String }
  type Stamp { id: ID! }
  type Query { node(id: ID!): Node contact(id: ID!): Contact studio(id: ID!): Studio }`);

const CONTACT = contactId(1);
const STUDIO = studioId(1);

function rewrite(query: string, variables: Record<string, unknown> = {}) {
  const lookups = rewriteNodeLookups(schema, parse(query), variables);
  return lookups && { ...lookups, document: print(lookups.document).replaceAll(/\s+/g, " ").trim() };
}

test("asks the root field of the type inside the id, under the name that the client expects", () => {
  const { document, key } = rewrite("query($id: ID!) { node(id: $id) { id ... on Contact { firstName } } }", {
    id: CONTACT,
  })!;
  expect(document).toBe("query ($id: ID!) { node: contact(id: $id) { id ... on Contact { firstName } } }");
  expect(key).toBe("Contact");
});

test("leaves out what can only hold for another type", () => {
  const { document } = rewrite(
    `{ a: node(id: "${STUDIO}") { ... on Contact { firstName } ... on Node { id } ... { __typename ... on Studio { name } ... on Contact { id } } } }`,
  )!;
  expect(document).toBe(
    `{ a: studio(id: "${STUDIO}") { ... on Node { id } ... { __typename ... on Studio { name } } } }`,
  );
});

test("keeps a named fragment that can hold, and leaves out one that cannot", () => {
  const fragments = "fragment S on Studio { name } fragment C on Contact { firstName } fragment N on Node { id }";
  const { document } = rewrite(`{ node(id: "${STUDIO}") { ...S ...C ...N } } ${fragments}`)!;
  expect(document).toContain("{ ...S ...N }");
});

test("tells plans apart by the types found, of one operation with other variables", () => {
  const query = "query($a: ID!, $b: ID!) { a: node(id: $a) { id } b: node(id: $b) { id } }";
  const keys = [
    [CONTACT, STUDIO],
    [STUDIO, CONTACT],
    ["x", STUDIO],
  ].map(([a, b]) => rewrite(query, { a, b })!.key);
  expect(new Set(keys).size).toBe(3);
});

test("reads a variable's default value", () => {
  expect(rewrite(`query($id: ID = "${STUDIO}") { node(id: $id) { id } }`)!.key).toBe("Studio");
});

test.each([
  ["garbage", "garbage"],
  ["a type that is not there", toGlobalId("Unicorn", uuid(1))],
  ["a type that is no node", toGlobalId("Stamp", uuid(1))],
  ["an interface", toGlobalId("Node", uuid(1))],
  ["no uuid", Buffer.from("Contact:1").toString("base64url")],
])("finds nothing for an id of %s", (_case, id) => {
  const { document, missing } = rewrite("query($id: ID!) { x: node(id: $id) { id } }", { id })!;
  expect(document).toBe("query ($id: ID!) { x: __typename }");
  expect(missing).toEqual(["x"]);
});

test("leaves a node without a root field of its own to whoever answers node, asked for nothing of other types", () => {
  const id = toGlobalId("Badge", uuid(1));
  const { document, key } = rewrite(`{ x: node(id: "${id}") { id ... on Badge { colour } ... on Studio { name } } }`)!;
  expect(document).toBe(`{ x: node(id: "${id}") { id ... on Badge { colour } } }`);
  expect(key).toBe("Badge");
});

test("leaves an operation without node alone, and a field called node elsewhere too", () => {
  expect(rewrite(`{ contact(id: "${CONTACT}") { node: id } }`)).toBeNull();
});

test.each([{ distributed: false }, { distributed: true }])(
  "finds things of every subgraph by id (%o)",
  async (mode) => {
    const { graphql } = await startTestGateway(mode);
    const query = `query Find($id: ID!) {
    node(id: $id) { __typename id ...Parts ... on Contact { firstName consents } ... on Studio { name } ... on Submission { status } }
  }
  fragment Parts on Node { ... on Contact { email } ... on Studio { name } }`;
    const find = async (id: string) => (await graphql(query, { variables: { id } })).data!["node"];
    expect(await find(contactId(5))).toEqual({
      __typename: "Contact",
      id: contactId(5),
      firstName: "Person 5",
      consents: ["photo"],
      email: "person5@example.com",
    });
    expect(await find(studioId(1))).toEqual({ __typename: "Studio", id: studioId(1), name: "Headshots 2026" });
    expect(await find(accountId(1))).toEqual({ __typename: "Account", id: accountId(1) });
    expect(await find(submissionId(3))).toEqual({ __typename: "Submission", id: submissionId(3), status: "SUBMITTED" });
  },
);

test("answers null and NOT_FOUND for an id that names nothing, whatever is wrong with it", async () => {
  const { graphql } = await startTestGateway();
  for (const id of ["garbage", toGlobalId("Unicorn", uuid(1)), contactId(5000)]) {
    const { status, data, errors } = await graphql(`{ before: viewer node(id: "${id}") { id } after: viewer }`);
    expect(status).toBe(200);
    expect(Object.keys(data!)).toEqual(["before", "node", "after"]);
    expect(data!["node"]).toBeNull();
    expect(errors).toMatchObject([{ path: ["node"], extensions: { code: "NOT_FOUND" } }]);
  }
});

test("answers an empty object where nothing is selected of the type found", async () => {
  const { graphql } = await startTestGateway();
  const { data, errors } = await graphql(`{ node(id: "${contactId(1)}") { ... on Studio { name } } }`);
  expect(errors).toBeUndefined();
  expect(data).toEqual({ node: {} });
});

test("heeds @skip and @include on the field", async () => {
  const { graphql } = await startTestGateway();
  const query = `query($on: Boolean!) { a: node(id: "${contactId(1)}") @include(if: $on) { id } b: node(id: "garbage") @skip(if: true) { id } viewer }`;
  expect(Object.keys((await graphql(query, { variables: { on: false } })).data!)).toEqual(["viewer"]);
  expect(Object.keys((await graphql(query, { variables: { on: true } })).data!)).toEqual(["a", "viewer"]);
});
