import type { GraphQLResolveInfo } from "graphql";
import * as shield from "graphql-shield";
import type { rule as makeRule } from "@studio/kit/shield/rule.js";
import type { Bug } from "./bugs.js";

type Resolve = (parent: unknown, args: unknown, context: unknown, info: GraphQLResolveInfo, more: unknown) => unknown;

/** The kit's `rule`, with the bugs that rules have in the wild. */
export function plantedRule(rule: typeof makeRule, has: (bug: Bug) => boolean): typeof makeRule {
  return (name, decide) => {
    const sound = rule(name, decide);
    const isRefused = shield.rule(`${name}Not`, { cache: "no_cache" })(async (...asked) => {
      const decision = await (decide as (...given: unknown[]) => unknown)(...asked);
      return decision === true ? false : (decision as Error);
    });
    const resolveBy = (one: object) => (one as { resolve: Resolve }).resolve.bind(one);
    const bySound = resolveBy(sound);
    const byNegated = resolveBy(shield.not(isRefused));
    const byCached = resolveBy(shield.rule(name, { cache: "contextual" })(decide as never));
    const resolve: Resolve = (...asked) => {
      if (!name.startsWith("mayRead")) return bySound(...asked);
      if (has("a rule that says not(…) of a refusal")) return byNegated(...asked);
      if (has("a rule about a parent whose answer is cached for the request")) return byCached(...asked);
      const isReturn = asked[3].operation.operation === "mutation";
      return isReturn && has("a mutation's return that nobody guards") ? true : bySound(...asked);
    };
    return Object.assign(sound, { resolve: resolve as never });
  };
}
