import { expect, test } from "vitest";
import { buildSchema, getOperationAST, parse, validate } from "graphql";
import { rewriteSubscription } from "./subscription-rewrite.js";

const schema = buildSchema(`
  type Contact { id: ID! name(upper: Boolean): String }
  type Event { id: ID! type: String contact: Contact }
  type Edge { cursor: String! node: Event! }
  type Page { edges: [Edge!]! endCursor: String hasMore: Boolean! }
  type Query { submissionEventPage(after: String, first: Int!, types: [String!]): Page! }
  type Subscription { submissionEvents(after: String, types: [String!]): Event other: Event }`);

function rewrite(source: string, variables: Record<string, unknown> = {}) {
  const document = parse(source);
  const page = rewriteSubscription(schema, document, getOperationAST(document)!, variables);
  expect(validate(schema, parse(page.query)), page.query).toEqual([]);
  return { ...page, query: page.query.replaceAll(/\s+/g, " ").trim() };
}

test("asks for a page of what the subscription selects", () => {
  expect(rewrite("subscription { submissionEvents { id } }")).toEqual({
    query:
      "query ($streamAfter: String, $streamFirst: Int!) { page: submissionEventPage(after: $streamAfter, first: $streamFirst) { edges { cursor node { id } } endCursor hasMore } }",
    responseKey: "submissionEvents",
    after: null,
    variables: {},
    afterVariable: "streamAfter",
    firstVariable: "streamFirst",
  });
});

test("keeps the operation's name, the arguments and the client's own name for the field", () => {
  const { query, responseKey } = rewrite('subscription Watch { event: submissionEvents(types: ["a"]) { type } }');
  expect(query).toMatch(/^query Watch\(.*submissionEventPage\( ?types: \["a"\],? after: \$streamAfter/);
  expect(responseKey).toBe("event");
});

test("takes the cursor from a literal or a variable, and leaves out variables that nothing uses any more", () => {
  expect(rewrite('subscription { submissionEvents(after: "c1") { id } }').after).toBe("c1");
  const source =
    "subscription($after: String, $types: [String!]) { submissionEvents(after: $after, types: $types) { id } }";
  const page = rewrite(source, { after: "c2", types: ["a"] });
  expect(page.after).toBe("c2");
  expect(page.variables).toEqual({ types: ["a"] });
  expect(page.query).not.toContain("$after:");
});

test("brings along fragments, and the variables inside them", () => {
  const source = `subscription($u: Boolean) { ...Root }
    fragment Root on Subscription { submissionEvents { ...Parts } }
    fragment Parts on Event { contact { ...Name } }
    fragment Name on Contact { name(upper: $u) }`;
  const { query, variables } = rewrite(source, { u: true });
  expect(query).toContain("fragment Parts on Event");
  expect(query).toContain("fragment Name on Contact");
  expect(query).not.toContain("fragment Root");
  expect(query).toContain("$u: Boolean");
  expect(variables).toEqual({ u: true });
});

test("joins selections of the same root field", () => {
  const { query } = rewrite("subscription { submissionEvents { id } submissionEvents { type } }");
  expect(query).toContain("node { id type }");
});

test("never clashes with a client's variable of the same name", () => {
  const page = rewrite(
    "subscription($streamAfter: Boolean) { submissionEvents { contact { name(upper: $streamAfter) } } }",
    { streamAfter: true },
  );
  expect(page.afterVariable).toBe("streamAfter_");
  expect(page.variables).toEqual({ streamAfter: true });
});

test("keeps conditions inside the selection and settles those on the root field", () => {
  const source = "subscription($on: Boolean!) { submissionEvents @include(if: $on) { id type @skip(if: $on) } }";
  const { query } = rewrite(source, { on: true });
  expect(query).toContain("node { id type @skip(if: $on) }");
  expect(query).not.toContain("@include");
  expect(() => rewrite(source, { on: false })).toThrow(/exactly one root field/);
});

test("refuses several root fields, and a field that is not a stream", () => {
  expect(() => rewrite("subscription { a: submissionEvents { id } b: submissionEvents { id } }")).toThrow(
    /exactly one root field/,
  );
  expect(() => rewrite("subscription { other { id } }")).toThrow(/Subscription\.other is not a stream/);
  expect(() => rewrite("subscription { __typename }")).toThrow(/not a stream/);
});
