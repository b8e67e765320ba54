import type { RuleTree } from "@studio/kit/shield/guard-schema.js";
import { studioRules } from "./studio/studio.rules.js";

/** Every rule of this subgraph. */
export const rules: RuleTree = studioRules;
