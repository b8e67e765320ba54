import type { IncomingMessage, ServerResponse } from "node:http";
import { text } from "node:stream/consumers";
import type { Provider } from "oidc-provider";
import { errors } from "./oidc-provider.js";
import { homePage, signInPage } from "./pages.js";
import { clientOrigins, RESOURCE, resourceServerInfo, type HubClient } from "./provider.js";
import { accessTokenClaims, subjectOf, type HubUser, type HubUsers } from "./users.js";

const MOST_FORM_BYTES = 4_096;

/** What the stand-in serves: its own few pages, and the OpenID provider for everything else. */
export class HubRoutes {
  readonly #origins: ReadonlySet<string>;
  readonly #openId: ReturnType<Provider["callback"]>;

  constructor(
    readonly provider: Provider,
    readonly users: HubUsers,
    readonly clients: readonly HubClient[],
  ) {
    this.#origins = clientOrigins(clients);
    this.#openId = provider.callback();
  }

  async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      const { pathname } = new URL(request.url ?? "/", this.provider.issuer);
      if (pathname === "/") this.#sendPage(response, 200, homePage(this.provider.issuer, this.users));
      else if (pathname.startsWith("/token/") && request.method === "GET")
        await this.#token(pathname, request, response);
      else if (pathname.startsWith("/sign-in/")) await this.#signIn(request, response);
      else await this.#openId(request, response);
    } catch (error) {
      const status = error instanceof errors.OIDCProviderError ? error.statusCode : 500;
      const reason = error instanceof Error ? error.message : String(error);
      if (response.headersSent) response.destroy();
      else response.writeHead(status, { "content-type": "text/plain; charset=utf-8" }).end(`${reason}\n`);
    }
  }

  /** An access token as the sign-in flow would give it to the first client. */
  async issueToken(loginOrAlias: string): Promise<string> {
    const user = this.users.find(loginOrAlias);
    if (user === undefined) throw new Error(`Nobody is called ${loginOrAlias}. ${this.#whoIsThere()}`);
    const client = await this.provider.Client.find(this.clients[0]?.clientId ?? "");
    if (client === undefined) throw new Error("The Hub has no client to issue a token to.");
    const token = new this.provider.AccessToken({
      accountId: subjectOf(user.login),
      client,
      scope: "",
      gty: "authorization_code",
      grantId: "stand-in",
    });
    token.resourceServer = new this.provider.ResourceServer(RESOURCE, resourceServerInfo);
    token.extra = { ...accessTokenClaims(user) };
    return token.save();
  }

  async #token(pathname: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const name = decodeURIComponent(pathname.slice("/token/".length));
    const { origin } = request.headers;
    // Any page may ask, but only our clients' pages may read the answer.
    if (origin !== undefined && this.#origins.has(origin)) response.setHeader("access-control-allow-origin", origin);
    response.setHeader("vary", "origin");
    response.setHeader("cache-control", "no-store");
    response.setHeader("content-type", "text/plain; charset=utf-8");
    if (this.users.find(name) === undefined)
      response.writeHead(404).end(`Nobody is called ${name}. ${this.#whoIsThere()}\n`);
    else response.end(await this.issueToken(name));
  }

  async #signIn(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { params } = await this.provider.interactionDetails(request, response);
    const hinted = this.users.find(params.login_hint);
    const user = hinted ?? (request.method === "POST" ? await this.#chosenUser(request) : undefined);
    if (user === undefined) this.#sendPage(response, 200, signInPage(this.users));
    else await this.#finish(request, response, user);
  }

  async #chosenUser(request: IncomingMessage): Promise<HubUser | undefined> {
    if (Number(request.headers["content-length"] ?? Infinity) > MOST_FORM_BYTES) return undefined;
    return this.users.find(new URLSearchParams(await text(request)).get("login"));
  }

  async #finish(request: IncomingMessage, response: ServerResponse, user: HubUser): Promise<void> {
    const { amr } = accessTokenClaims(user);
    const login = { accountId: subjectOf(user.login), ...(amr === undefined ? {} : { amr: [...amr] }) };
    await this.provider.interactionFinished(request, response, { login }, { mergeWithLastSubmission: false });
  }

  #sendPage(response: ServerResponse, status: number, page: string): void {
    // Browsers hold the redirects after a form to form-action as well, so the clients are named too.
    const formAction = ["'self'", ...this.#origins].join(" ");
    const policy = `default-src 'none'; style-src 'unsafe-inline'; form-action ${formAction}; frame-ancestors 'none'; base-uri 'none'`;
    response
      .writeHead(status, { "content-type": "text/html; charset=utf-8", "content-security-policy": policy })
      .end(page);
  }

  #whoIsThere(): string {
    return `There are: ${[...Object.keys(this.users.aliases), ...this.users.all.map(({ login }) => login)].join(", ")}.`;
  }
}
