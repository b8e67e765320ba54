import { readFile } from "node:fs/promises";

/** The committed supergraph, as `print` wrote it: the gateway starts from it, without composition or introspection. */
export function readSupergraph(): Promise<string> {
  return readFile(new URL("../supergraph.graphql", import.meta.url), "utf8");
}
