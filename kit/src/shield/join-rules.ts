import { UnguardableSchema, type Rule, type RuleTree } from "./guard-schema.js";

/**
 * The rules of several slices as one tree, type by type: spread side by side, the later slice's rules of a type would
 * take the place of the earlier one's.
 * @throws UnguardableSchema where two slices rule one field
 */
export function joinRules(...trees: readonly RuleTree[]): RuleTree {
  const joined: Record<string, Record<string, Rule>> = {};
  for (const [type, fields] of trees.flatMap((tree) => Object.entries(tree))) {
    const known = (joined[type] ??= {});
    const twice = Object.keys(fields).find((field) => field in known);
    if (twice) throw new UnguardableSchema(`Two rules name ${type}.${twice}.`);
    Object.assign(known, fields);
  }
  return joined;
}
