import { rule as shieldRule } from "graphql-shield";
import type { GraphQLError, GraphQLResolveInfo } from "graphql";
import { previewOf } from "../auth/preview.js";
import type { Rule } from "./guard-schema.js";
import type { RequestContext } from "../server/request-context.js";

/** What a rule decides: `true`, or the error that says why not. */
export type Decision = true | GraphQLError;

/**
 * A graphql-shield rule that is decided anew for every field and row. Never cached: a cached rule answers for
 * another row's parent. Fails closed, since anything but `true` is a refusal. In a preview both must be let: the role
 * that is looked as, and whoever looks.
 */
export function rule<Parent = unknown, Args = unknown, Context extends RequestContext = RequestContext>(
  name: string,
  decide: (parent: Parent, args: Args, context: Context, info: GraphQLResolveInfo) => Decision | Promise<Decision>,
): Rule {
  const decideForBoth: typeof decide = async (parent, args, context, info) => {
    const decision = await decide(parent, args, context, info);
    const preview = previewOf(context.viewer);
    if (decision !== true || !preview) return decision;
    return decide(parent, args, { ...context, viewer: preview.by }, info);
  };
  return shieldRule(name, { cache: "no_cache" })(async (parent: Parent, args: Args, context: Context, info) => {
    try {
      return await decideForBoth(parent, args, context, info);
    } catch (error) {
      // Still a refusal, but for its own reason: shield would say FORBIDDEN where the database was away.
      return error instanceof Error ? error : false;
    }
  });
}
