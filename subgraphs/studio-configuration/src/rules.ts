import type { RuleTree } from "@studio/kit/shield/guard-schema.js";
import { whileOpen } from "@studio/kit/shield/while-open.js";
import { studioRules } from "./studio/studio.rules.js";

/** Every rule of this subgraph. In a closing account no studio changes. */
export const rules: RuleTree = whileOpen(studioRules, []);
