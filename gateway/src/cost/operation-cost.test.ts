import { Kind, buildSchema, parse, type OperationDefinitionNode } from "graphql";
import { expect, test } from "vitest";
import { requestedCost } from "./operation-cost.js";
import { actualCost } from "./response-cost.js";

const schema = buildSchema(`
  interface Node { id: ID! }
  type Query { viewer: Viewer contacts(first: Int, last: Int, after: String): ContactConnection studios(first: Int! = 20): StudioConnection node(id: ID!): Node version: String }
  type Mutation { rename(name: String): RenameResult }
  type Viewer { name: String }
  type ContactConnection { edges: [ContactEdge!]! totalCount: Int! pageInfo: PageInfo! }
  type ContactEdge { node: Contact! cursor: String! }
  type Contact implements Node { id: ID! name: String tags: [Tag!]! submissions(first: Int): SubmissionConnection }
  type Tag { label: String }
  type SubmissionConnection { edges: [SubmissionEdge!]! }
  type SubmissionEdge { node: Submission! }
  type Submission implements Node { id: ID! }
  type StudioConnection { edges: [StudioEdge!]! }
  type StudioEdge { cursor: String! }
  type PageInfo { hasNextPage: Boolean! }
  type Renamed { contact: Contact }
  type Refused { message: String }
  union RenameResult = Renamed | Refused
`);

function read(query: string) {
  const document = parse(query);
  const operation = document.definitions.find(
    (one) => one.kind === Kind.OPERATION_DEFINITION,
  ) as OperationDefinitionNode;
  const fragments = document.definitions.filter((one) => one.kind === Kind.FRAGMENT_DEFINITION);
  return { operation, fragments: new Map(fragments.map((fragment) => [fragment.name.value, fragment])) };
}

const cost = (query: string, variables = {}) => requestedCost({ schema, ...read(query), variables });

test.each([
  ["texts and numbers", "{ version }", 0],
  ["an object", "{ viewer { name } }", 1],
  [
    "a page: the connection, and an edge and a node for each row",
    "{ contacts(first: 100) { edges { node { name } } totalCount } }",
    201,
  ],
  ["a page from the end", "{ contacts(last: 7) { edges { cursor } pageInfo { hasNextPage } } }", 9],
  ["a page of which nobody says the size", "{ contacts { edges { cursor } } }", 51],
  ["a page of the schema's own size", "{ studios { edges { cursor } } }", 21],
  [
    "a list without a size in each row",
    "{ contacts(first: 2) { edges { node { tags { label } } } } }",
    1 + 2 * (1 + 1 + 10),
  ],
  [
    "pages in pages",
    "{ contacts(first: 10) { edges { node { submissions(first: 5) { edges { node { id } } } } } } }",
    1 + 10 * (2 + 1 + 5 * 2),
  ],
  [
    "fragments, inside a connection as well",
    "{ contacts(first: 3) { ...rows } } fragment rows on ContactConnection { edges { node { ...one } } } fragment one on Contact { tags { label } }",
    1 + 3 * 12,
  ],
  ["an interface and a union", "{ node(id: 1) { id ... on Contact { tags { label } } } }", 11],
  [
    "a change",
    'mutation { rename(name: "x") { __typename ... on Renamed { contact { name } } ... on Refused { message } } }',
    12,
  ],
])("estimates %s", (_what, query, expected) => {
  expect(cost(query)).toBe(expected);
});

test("takes a page's size from variables, and its default where they are silent", () => {
  const query = "query ($first: Int) { contacts(first: $first) { edges { cursor } } }";
  expect([cost(query, { first: 8 }), cost(query)]).toEqual([9, 51]);
});

test("estimates fragments that nest twice in each other without writing them out", () => {
  const levels = Array.from(
    { length: 40 },
    (_, level) =>
      `fragment f${level} on Contact { a: submissions(first: 1) { edges { node { id } } } ...f${level + 1} ...f${level + 1} }`,
  );
  const query = `{ node(id: 1) { ...f0 } } ${levels.join(" ")} fragment f40 on Contact { name }`;
  expect(cost(query)).toBeGreaterThan(2 ** 40);
});

test("counts the objects that an answer has, and changes", () => {
  const { operation } = read("{ version }");
  const data = { contacts: { edges: [{ node: { name: "x", tags: ["a"] } }, null], totalCount: 2 } };
  expect(actualCost(operation, data)).toBe(3);
  expect(actualCost(operation, null)).toBe(0);
  expect(actualCost(read("mutation { rename { __typename } }").operation, { rename: { __typename: "Renamed" } })).toBe(
    11,
  );
});
