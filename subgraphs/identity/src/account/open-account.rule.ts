import { chain } from "graphql-shield";
import { conflict } from "@studio/kit/error/codes.js";
import { rule, type Decision } from "@studio/kit/shield/rule.js";
import type { Rule } from "@studio/kit/shield/guard-schema.js";
import type { IdentityContext } from "../context.js";

/**
 * Whether the viewer's account is in use. While it is closing nothing is added to it and nothing is changed in it, but
 * by a contact, whose right to correct what is kept about them (GDPR art. 16) lasts as long as it is kept.
 */
const isOpenAccount = rule<unknown, unknown, IdentityContext>(
  "isOpenAccount",
  async (_parent, _args, { viewer, loaders }): Promise<Decision> => {
    if (viewer.accountId === null || viewer.kind === "contact") return true;
    const account = await loaders.account();
    return account?.status === "active" ? true : conflict("This account is closing. Reopen it before you change it.");
  },
);

/**
 * Mutations that run in an open account only, each after its own rule.
 * @param except those that go on while an account is closing, or that answer it as data
 */
export function whileOpen<Name extends string>(
  mutations: Readonly<Record<Name, Rule>>,
  except: readonly NoInfer<Name>[],
): Record<string, Rule> {
  const goesOn = new Set<string>(except);
  return Object.fromEntries(
    Object.entries<Rule>(mutations).map(([name, mayDo]) => [
      name,
      goesOn.has(name) ? mayDo : chain(mayDo, isOpenAccount),
    ]),
  );
}
