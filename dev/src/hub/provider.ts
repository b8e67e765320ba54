import type {
  Configuration,
  KoaContextWithOIDC,
  Provider as OpenIdProvider,
  interactionPolicy as policies,
} from "oidc-provider";
import { html, page } from "../html.js";
import type { HubKeys } from "./keys.js";
import { MemoryAdapter, MemoryStore } from "./memory-adapter.js";
import { errors, interactionPolicy, Provider } from "./oidc-provider.js";
import { accessTokenClaims, subjectOf, type HubUsers } from "./users.js";

/** The resource of every access token (RFC 8707), as a URI; its audience is the platform's plain name. */
export const RESOURCE = "urn:studio-platform";
export const AUDIENCE = "studio-platform";
export const ACCESS_TOKEN_SECONDS = 3600;
const SESSION_SECONDS = 14 * 24 * 3600;

/** An application that signs people in: public, so it proves itself by PKCE (RFC 7636) alone. */
export interface HubClient {
  readonly clientId: string;
  readonly redirectUris: readonly string[];
}

export interface ProviderPlan {
  readonly issuer: string;
  readonly keys: HubKeys;
  readonly users: HubUsers;
  readonly clients: readonly HubClient[];
}

/** An OpenID provider (OpenID Connect Core 1.0) that gives EdDSA-signed JWT access tokens (RFC 9068). */
export function makeProvider(plan: ProviderPlan): OpenIdProvider {
  const store = new MemoryStore();
  return new Provider(plan.issuer, {
    ...whoIsWho(plan),
    ...tokens(plan),
    adapter: (kind: string) => new MemoryAdapter(kind, store),
    cookies: { keys: [plan.keys.cookie] },
    clientBasedCORS: (_context, origin) => clientOrigins(plan.clients).has(origin),
    interactions: { policy: signInPolicy(plan.users), url: (_context, { uid }) => `/sign-in/${uid}` },
    renderError: (context, { error, error_description }) => {
      context.type = "html";
      context.body = page("Hub (stand-in)", html`<p>${error}: ${error_description ?? ""}</p>`);
    },
  });
}

/** The origins of the clients' own pages. */
export function clientOrigins(clients: readonly HubClient[]): Set<string> {
  return new Set(clients.flatMap(({ redirectUris }) => redirectUris.map((uri) => new URL(uri).origin)));
}

/** What the resource server wants its access tokens to be. */
export const resourceServerInfo = {
  audience: AUDIENCE,
  scope: "",
  accessTokenFormat: "jwt",
  accessTokenTTL: ACCESS_TOKEN_SECONDS,
  jwt: { sign: { alg: "EdDSA" } },
} as const;

function whoIsWho({ users, clients }: ProviderPlan): Configuration {
  return {
    clients: clients.map(({ clientId, redirectUris }) => ({
      client_id: clientId,
      redirect_uris: [...redirectUris],
      token_endpoint_auth_method: "none",
      grant_types: ["authorization_code"],
      response_types: ["code"],
    })),
    clientDefaults: { id_token_signed_response_alg: "EdDSA" },
    claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["name"] },
    conformIdTokenClaims: false,
    findAccount: (_context, subject) => {
      const user = users.findBySubject(subject);
      if (user === undefined) return undefined;
      return { accountId: subject, claims: () => ({ sub: subject, ...accessTokenClaims(user) }) };
    },
    loadExistingGrant: grantEverything,
  };
}

function tokens({ keys, users }: ProviderPlan): Configuration {
  return {
    jwks: { keys: [keys.signing] },
    ttl: {
      AccessToken: ACCESS_TOKEN_SECONDS,
      IdToken: ACCESS_TOKEN_SECONDS,
      Interaction: 3600,
      Session: SESSION_SECONDS,
      Grant: SESSION_SECONDS,
    },
    features: {
      devInteractions: { enabled: false },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => RESOURCE,
        useGrantedResource: () => true,
        getResourceServerInfo: (_context, resource) => {
          if (resource !== RESOURCE) throw new errors.InvalidTarget();
          return resourceServerInfo;
        },
      },
    },
    extraTokenClaims: (_context, token) => {
      const user = token.kind === "AccessToken" ? users.findBySubject(token.accountId) : undefined;
      return user === undefined ? undefined : { ...accessTokenClaims(user) };
    },
  };
}

// A stand-in asks nobody for consent: its clients are the platform's own.
async function grantEverything({ oidc }: KoaContextWithOIDC) {
  const { client, session } = oidc;
  if (client === undefined || session?.accountId === undefined) return undefined;
  const kept = session.grantIdFor(client.clientId);
  const existing = kept === undefined ? undefined : await oidc.provider.Grant.find(kept);
  if (existing !== undefined) return existing;
  const grant = new oidc.provider.Grant({ clientId: client.clientId, accountId: session.accountId });
  grant.addOIDCScope("openid email profile");
  grant.addResourceScope(RESOURCE, "");
  await grant.save();
  return grant;
}

// Whoever names another user than the one signed in means to be that user: a role picker does so.
function signInPolicy(users: HubUsers): policies.DefaultPolicy {
  const policy = interactionPolicy.base();
  const { Check } = interactionPolicy;
  const check = new Check("login_hint", "another user is wanted", "login_required", ({ oidc }) => {
    const wanted = users.find(oidc.params?.login_hint);
    const isOther = wanted !== undefined && oidc.session?.accountId !== subjectOf(wanted.login);
    return isOther ? Check.REQUEST_PROMPT : Check.NO_NEED_TO_PROMPT;
  });
  policy.get("login")?.checks.add(check);
  return policy;
}
