import { buildSubgraphSchema } from "@studio/kit/server/build-subgraph-schema.js";
import type { StudioConfigurationContext } from "./context.js";
import { rules } from "./rules.js";
import { resolveStudio } from "./studio/studio.reference.js";
import { StudioLifeResolver } from "./studio/studio-life.resolver.js";
import { StudioResolver } from "./studio/studio.resolver.js";

/** The guarded schema of this subgraph, and its SDL for composition. */
export function buildStudioConfigurationSchema() {
  return buildSubgraphSchema<StudioConfigurationContext>({
    resolvers: [StudioResolver, StudioLifeResolver],
    references: { Studio: resolveStudio },
    rules,
  });
}
