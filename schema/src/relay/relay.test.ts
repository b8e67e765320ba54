import { readFile } from "node:fs/promises";
import { buildSchema } from "graphql";
import { expect, test } from "vitest";
import { compileForRelay } from "./compile-for-relay.js";
import { MODULE, relayOperations } from "./relay-operations.js";

const read = (path: string) => readFile(new URL(path, import.meta.url), "utf8");
const api = await read("../../api.graphql");
const everything = { name: MODULE, text: relayOperations(buildSchema(api)) };

test("Relay's compiler takes every connection and every node of the graph", async () => {
  const { text } = everything;
  for (const place of ["Query_contacts", "Query_submissions", "Query_studios", "Query_groups", "Query_members"]) {
    expect(text).toContain(`fragment ${MODULE}_${place} on Query @refetchable`);
  }
  expect(text).toContain("contacts(after: $after before: $before first: $first last: $last) @connection");
  expect(text).toContain(`fragment ${MODULE}_Contact on Contact @refetchable`);
  expect(await compileForRelay(api, [everything])).toBeNull();
});

test("Relay's compiler takes a dashboard's own operations", async () => {
  const dashboard = { name: "dashboard", text: await read("../../test/relay/dashboard.relay") };
  expect(await compileForRelay(api, [dashboard])).toBeNull();
});

test.each([
  [
    "a connection without its pageInfo",
    /(type ContactConnection \{[^}]*?)  pageInfo: PageInfo!\n/,
    "$1",
    /ContactConnection/,
  ],
  ["an edge without a cursor", /(type StudioEdge \{[^}]*?)  cursor: String!\n/, "$1", /cursor/],
  ["a graph without node(id)", /\n  node\(\n[^)]*\): Node\n/, "\n", /\bnode\b/],
  ["a list that is paged by offset", /(\n  contacts\([^)]*?)after: String/, "$1offset: Int", /after/],
])("Relay's compiler refuses %s", async (_what, from, to, reason) => {
  const broken = api.replace(from, to);
  expect(broken).not.toBe(api);
  expect(await compileForRelay(broken, [everything])).toMatch(reason);
});
