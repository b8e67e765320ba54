import { createHash } from "node:crypto";

/** Somebody who can sign in at the stand-in. */
export interface HubUser {
  /** The email address, which is also the login. */
  readonly login: string;
  readonly name: string;
  /** What tokens say beyond name and email. */
  readonly claims?: { readonly staff?: boolean; readonly mfa?: boolean };
}

/** The demo users, by login, alias or subject. */
export class HubUsers {
  readonly #bySubject: ReadonlyMap<string, HubUser>;
  readonly #logins: ReadonlyMap<string, string>;

  /** @throws where an alias names nobody. */
  constructor(
    readonly all: readonly HubUser[],
    readonly aliases: Readonly<Record<string, string>> = {},
  ) {
    this.#bySubject = new Map(all.map((user) => [subjectOf(user.login), user]));
    for (const [alias, login] of Object.entries(aliases)) {
      if (!all.some((user) => user.login === login)) throw new Error(`The alias ${alias} names no user: ${login}.`);
    }
    this.#logins = new Map([...Object.entries(aliases), ...all.map(({ login }) => [login, login] as const)]);
  }

  /** Takes what a stranger sent: anything but a known name finds nobody. */
  find(loginOrAlias: unknown): HubUser | undefined {
    const login = typeof loginOrAlias === "string" ? this.#logins.get(loginOrAlias) : undefined;
    return login === undefined ? undefined : this.#bySubject.get(subjectOf(login));
  }

  findBySubject(subject: string): HubUser | undefined {
    return this.#bySubject.get(subject);
  }
}

/** The `sub` of a login: the same at every start, and telling nothing. */
export function subjectOf(login: string): string {
  return createHash("sha256").update(`hub:${login}`).digest("base64url").slice(0, 22);
}

/** What an access token says of its user (RFC 9068; `amr` as in RFC 8176). */
export interface AccessTokenClaims {
  readonly email: string;
  readonly email_verified: true;
  readonly name: string;
  readonly staff?: true;
  readonly amr?: readonly ["mfa"];
}

export function accessTokenClaims({ login, name, claims }: HubUser): AccessTokenClaims {
  return {
    email: login,
    email_verified: true,
    name,
    ...(claims?.staff ? { staff: true } : {}),
    ...(claims?.mfa ? { amr: ["mfa"] } : {}),
  };
}
