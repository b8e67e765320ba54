import { serveLoopback } from "../loopback-http.js";
import { loadHubKeys } from "./keys.js";
import { AUDIENCE, makeProvider, type HubClient } from "./provider.js";
import { HubRoutes } from "./routes.js";
import { HubUsers, type HubUser } from "./users.js";

export interface HubOptions {
  /** 0 picks a free port; the issuer contains the port. */
  readonly port: number;
  /** Where the signing key is kept, so that tokens outlive a restart. */
  readonly keyDirectory: string;
  readonly users: readonly HubUser[];
  /** Public applications, such as `studio-explorer`, and where they may be returned to. */
  readonly clients: readonly HubClient[];
  /** Short names for logins: `{ owner: "olivia@example.com" }`. */
  readonly aliases?: Readonly<Record<string, string>>;
}

export interface RunningHub {
  readonly issuer: string;
  readonly jwksUri: string;
  /** The `aud` of its access tokens. */
  readonly audience: string;
  readonly port: number;
  /** An access token for one hour, as `GET /token/<login-or-alias>` gives it. Rejects for nobody's name. */
  token(loginOrAlias: string): Promise<string>;
  stop(): Promise<void>;
}

/** The stand-in signs in anyone as anyone, so it does not run in production. */
export class NotForProduction extends Error {
  readonly code = "NOT_FOR_PRODUCTION";

  constructor() {
    super("The Hub stand-in signs in anyone without a password. Configure the real Hub, or unset NODE_ENV=production.");
    this.name = "NotForProduction";
  }
}

/**
 * Starts a stand-in for the Hub: a real OpenID provider on loopback whose users need no password.
 * @throws {NotForProduction} when NODE_ENV is `production`.
 * @throws {PortTaken} when the port asked for is held.
 */
export async function startHub(options: HubOptions): Promise<RunningHub> {
  if (process.env.NODE_ENV === "production") throw new NotForProduction();
  const users = new HubUsers(options.users, options.aliases);
  const keys = await loadHubKeys(options.keyDirectory);
  const { promise, resolve } = Promise.withResolvers<HubRoutes>();
  const server = await serveLoopback({ port: options.port, service: "the Hub" }, (port) => {
    const issuer = `http://localhost:${port}`;
    const provider = makeProvider({ issuer, keys, users, clients: options.clients });
    const routes = new HubRoutes(provider, users, options.clients);
    resolve(routes);
    return (request, response) => void routes.answer(request, response);
  });
  const routes = await promise;
  const { issuer } = routes.provider;
  return {
    issuer,
    jwksUri: `${issuer}/jwks`,
    audience: AUDIENCE,
    port: server.port,
    token: (loginOrAlias) => routes.issueToken(loginOrAlias),
    stop: () => server.stop(),
  };
}
