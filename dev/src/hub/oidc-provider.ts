import { createRequire } from "node:module";
import type * as oidc from "oidc-provider";

const require = createRequire(import.meta.url);

// The package's entry does nothing but gather these, and warn on the console of a Node that is not LTS yet.
const entry = "oidc-provider/lib";
export const { Provider } = require(`${entry}/provider.js`) as { Provider: typeof oidc.Provider };
export const errors = require(`${entry}/helpers/errors.js`) as typeof oidc.errors;
export const interactionPolicy = require(
  `${entry}/helpers/interaction_policy/index.js`,
) as typeof oidc.interactionPolicy;
