import { SERVICES, type ServiceName } from "@studio/kit/db/services.js";
import type { SubgraphSdl } from "./compose.js";

type Builder = () => Promise<{ sdl: string }>;

/**
 * Builds each subgraph's schema from code, without a database, and returns its SDL. One after the other: type-graphql
 * keeps one store of metadata for the whole process, and the order of builds shows in the order of directives.
 */
export async function printSubgraphs(): Promise<SubgraphSdl[]> {
  const printed: SubgraphSdl[] = [];
  for (const name of SERVICES) printed.push({ name, sdl: await printSubgraph(name) });
  return printed;
}

/** `@studio/media/schema` exports `buildMediaSchema`; every subgraph follows that form. */
async function printSubgraph(name: ServiceName): Promise<string> {
  const exported = `build${pascalCase(name)}Schema`;
  const module = (await import(`@studio/${name}/schema`)) as Record<string, Builder | undefined>;
  const build = module[exported];
  if (!build) throw new Error(`@studio/${name}/schema does not export ${exported}.`);
  return `${(await build()).sdl.trim()}\n`;
}

function pascalCase(name: string): string {
  return name.replace(/(^|-)(\w)/g, (_match, _dash, letter: string) => letter.toUpperCase());
}
