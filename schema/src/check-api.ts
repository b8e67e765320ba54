import { readFile } from "node:fs/promises";
import { buildSchema } from "graphql";
import { lintApi } from "./lint/lint-api.js";
import { compileForRelay } from "./relay/compile-for-relay.js";
import { MODULE, relayOperations } from "./relay/relay-operations.js";

const sdl = await readFile(new URL("../api.graphql", import.meta.url), "utf8");
const [findings, refusal] = await Promise.all([
  lintApi(sdl),
  compileForRelay(sdl, [{ name: MODULE, text: relayOperations(buildSchema(sdl)) }]),
]);
for (const finding of findings) process.stderr.write(`schema/api.graphql:${finding}\n`);
if (refusal) process.stderr.write(`Relay's compiler refuses schema/api.graphql:\n${refusal}\n`);
if (findings.length > 0 || refusal) process.exitCode = 1;
