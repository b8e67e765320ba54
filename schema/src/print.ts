import { fileURLToPath } from "node:url";
import { accessPage } from "./access-page.js";
import { CompositionFailed, composeGraph } from "./compose.js";
import { shownPath, staleFiles, writeSchemaFiles, type SchemaFile } from "./schema-files.js";
import { printSubgraphs } from "./subgraph-schemas.js";

const folder = fileURLToPath(new URL("..", import.meta.url));

/** Writes `schema/` from code; with `--check` writes nothing and fails if a committed file is stale. */
async function print(check: boolean): Promise<number> {
  const subgraphs = await printSubgraphs();
  const graph = composeGraph(subgraphs);
  const files: SchemaFile[] = [
    ...subgraphs.map(({ name, sdl }) => ({ path: `subgraphs/${name}.graphql`, text: sdl })),
    { path: "supergraph.graphql", text: graph.supergraph },
    { path: "api.graphql", text: graph.api },
    await accessPage(folder),
  ];
  if (graph.hints.length > 0) process.stderr.write(`Composition hints:\n${graph.hints.join("\n")}\n`);
  const changed = await (check ? staleFiles : writeSchemaFiles)(folder, files);
  for (const path of changed) process.stdout.write(`${check ? "stale" : "wrote"} ${shownPath(folder, path)}\n`);
  if (check && changed.length > 0) process.stderr.write("Run `pnpm generate` and commit what it writes.\n");
  return check && changed.length > 0 ? 1 : 0;
}

try {
  process.exitCode = await print(process.argv.includes("--check"));
} catch (error) {
  if (!(error instanceof CompositionFailed)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
