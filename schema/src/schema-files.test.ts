import { mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { staleFiles, writeSchemaFiles } from "./schema-files.js";

const files = [
  { path: "api.graphql", text: "type Query { a: Int }\n" },
  { path: "subgraphs/identity.graphql", text: "type Contact { id: ID! }\n" },
];

test("writes what is missing, and nothing the second time", async () => {
  const folder = await mkdtemp(join(tmpdir(), "schema-"));
  expect(await writeSchemaFiles(folder, files)).toEqual(["api.graphql", "subgraphs/identity.graphql"]);
  expect(await readFile(join(folder, "subgraphs/identity.graphql"), "utf8")).toBe(files[1]!.text);
  expect(await writeSchemaFiles(folder, files)).toEqual([]);
});

test("names the one file that is stale and leaves it as it is", async () => {
  const folder = await mkdtemp(join(tmpdir(), "schema-"));
  await writeSchemaFiles(folder, files);
  await writeFile(join(folder, "api.graphql"), "type Query { b: Int }\n");
  expect(await staleFiles(folder, files)).toEqual(["api.graphql"]);
  expect(await readFile(join(folder, "api.graphql"), "utf8")).toContain("b: Int");
});
