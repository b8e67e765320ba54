import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { lintApi } from "./lint-api.js";

const api = await readFile(new URL("../../api.graphql", import.meta.url), "utf8");

test("the graph keeps Relay's rules and one way of naming, and describes everything", async () => {
  expect(await lintApi(api)).toEqual([]);
});

const NEW = "type Query {\n";

test.each([
  ["a type without a description", 'type Query {\n"What." new: New', "type New {\n", /type "New".*require-description/],
  ["a field without a description", "type Query {\nnew: Int", "", /field "new".*require-description/],
  ["an argument without a description", 'type Query {\n"What." new(it: Int): Int', "", /"it".*require-description/],
  ["an enum value without a description", NEW, '"Kinds." enum Kind { ODD }\n', /"ODD".*require-description/],
  ["a field in another case", 'type Query {\n"What." new_thing: Int', "", /camelCase.*naming-convention/],
  ["an enum value in another case", NEW, '"Kinds." enum Kind { "Odd." odd }\n', /UPPER_CASE.*naming-convention/],
  ["a type in another case", NEW, '"Kinds." scalar odd_kind\n', /PascalCase.*naming-convention/],
])("finds %s", async (_what, query, more, finding) => {
  const added = more === "type New {\n" ? 'type New { "What." it: Int }\n' : more;
  const sdl = `${api.replace(NEW, `${query}\n`)}\n${added}`;
  expect((await lintApi(sdl)).join("\n")).toMatch(finding);
});

test.each([
  [
    "a connection without its pageInfo",
    /(type GroupConnection \{[^}]*?)"""[^"]*"""\n  pageInfo: PageInfo!\n/,
    /relay-connection-types/,
  ],
  ["an edge without its node", /(type GroupEdge \{[^}]*?)"""[^"]*"""\n  node: Group!\n/, /relay-edge-types/],
  ["a connection field without paging", /(\n  groups\([^)]*?)"""[^"]*"""\n    after: String\n/, /relay-arguments/],
  [
    "a page that does not say whether more follows",
    /(type PageInfo \{[^}]*?)"""[^"]*"""\n  hasNextPage: Boolean!\n/,
    /relay-page-info/,
  ],
])("finds %s", async (_what, part, finding) => {
  const broken = api.replace(part, "$1");
  expect(broken).not.toBe(api);
  expect((await lintApi(broken)).join("\n")).toMatch(finding);
});
