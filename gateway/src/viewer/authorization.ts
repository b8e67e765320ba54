import { parseAccountToken } from "@studio/kit/auth/account-token.js";
import { unauthenticated } from "@studio/kit/error/codes.js";

/** What a client put into its `Authorization` header, told apart by form only. */
export type Authorization =
  | { kind: "none" }
  | { kind: "api_key"; key: string }
  | { kind: "session"; token: string }
  | { kind: "hub"; jwt: string };

const ACCOUNT_TOKEN = /^(sk|ss|we)_/;

/**
 * Reads `Authorization: Bearer …` (RFC 6750): a Hub token, an API key `sk_…` or a contact's session `ss_…`.
 * @throws UNAUTHENTICATED if something is shown that is none of these: it never counts as nothing shown
 */
export function readAuthorization(header: string | undefined): Authorization {
  if (header === undefined) return { kind: "none" };
  const token = /^Bearer +(\S+)$/i.exec(header)?.[1];
  if (!token) throw unauthenticated("Send the credential as `Authorization: Bearer <token>`.");
  if (!ACCOUNT_TOKEN.test(token)) return { kind: "hub", jwt: token };
  const parsed = parseAccountToken(token);
  if (!parsed) throw unauthenticated("This key is malformed: copy it again, whole.");
  return parsed.prefix === "ss" ? { kind: "session", token } : { kind: "api_key", key: token };
}
