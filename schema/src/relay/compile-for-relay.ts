import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify, stripVTControlCharacters } from "node:util";

/** Where the compiler's program lies: all that the package exports. */
const COMPILER = createRequire(import.meta.url)("relay-compiler") as string;

const CONFIG = { src: "src", schema: "schema.graphql", artifactDirectory: "artifacts", language: "typescript" };

/** A module of a client that uses Relay: operations and fragments whose names begin with the module's. */
export interface RelayModule {
  name: string;
  text: string;
}

/**
 * Compiles a client's modules with Relay's own compiler.
 * @param sdl the public graph
 * @returns null if Relay accepts them all, else what it says
 */
export async function compileForRelay(sdl: string, modules: readonly RelayModule[]): Promise<string | null> {
  const folder = await mkdtemp(join(tmpdir(), "relay-"));
  try {
    await Promise.all(["src", "artifacts"].map((name) => mkdir(join(folder, name))));
    await writeFile(join(folder, "schema.graphql"), sdl);
    await writeFile(join(folder, "relay.config.json"), JSON.stringify(CONFIG));
    for (const { name, text } of modules) {
      await writeFile(join(folder, "src", `${name}.ts`), definitionsIn(text).join("\n"));
    }
    return await runCompiler(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Relay takes one definition per tagged template. */
function definitionsIn(text: string): string[] {
  return text.split(/^(?=\s*(?:query|fragment|mutation) )/m).map((definition) => `graphql\`${definition}\`;`);
}

async function runCompiler(folder: string): Promise<string | null> {
  try {
    await promisify(execFile)(COMPILER, ["relay.config.json"], { cwd: folder });
    return null;
  } catch (error) {
    if (!(error instanceof Error) || !("stderr" in error) || typeof error.stderr !== "string") throw error;
    return stripVTControlCharacters(error.stderr);
  }
}
