import { chain } from "graphql-shield";
import type { Viewer } from "../auth/viewer.js";
import { conflict } from "../error/codes.js";
import { UnguardableSchema, type RuleTree } from "./guard-schema.js";
import { rule, type Decision } from "./rule.js";

/** Whether the viewer's account takes changes: while it is closing it is only read. */
export function takesChanges(viewer: Viewer): Decision {
  if (viewer.kind === "anonymous" || !viewer.accountIsClosing) return true;
  const message = "This account is closing, so nothing in it is changed any more. An owner may reopen it.";
  return conflict(message, "ACCOUNT_CLOSING");
}

const isOpenAccount = rule("isOpenAccount", (_parent, _args, { viewer }) => takesChanges(viewer));

/**
 * The same rules, with every mutation refused while the viewer's account is closing, after its own rule.
 * @param except those that go on, or that answer it as data
 * @throws UnguardableSchema if an exception names no mutation
 */
export function whileOpen(rules: RuleTree, except: readonly string[]): RuleTree {
  const mutations = { ...rules["Mutation"] };
  const unknown = except.find((name) => !mutations[name]);
  if (unknown) throw new UnguardableSchema(`Mutation.${unknown}, which goes on in a closing account, has no rule.`);
  for (const [name, mayDo] of Object.entries(mutations))
    if (!except.includes(name)) mutations[name] = chain(mayDo, isOpenAccount);
  return { ...rules, Mutation: mutations };
}
