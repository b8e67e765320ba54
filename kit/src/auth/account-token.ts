import { isId } from "../id.js";
import { newSecret } from "../crypto/secret-token.js";

/**
 * `sk` opens the API to a program, `ss` is a contact's session, `mi` and `ci` are invitations' links: a member's, a
 * contact's; `we` is the platform itself, reading for a webhook endpoint.
 */
export type TokenPrefix = "sk" | "ss" | "mi" | "ci" | "we";

const SHAPE = /^(sk|ss|mi|ci|we)_([A-Za-z0-9_-]{22})([A-Za-z0-9_-]{43})$/;

/**
 * A token that names its account, so that it is looked up inside that account's rows only:
 * prefix, account id (16 bytes), secret (32 bytes), both base64url.
 */
export function newAccountToken(prefix: TokenPrefix, accountId: string, secret: string = newSecret()): string {
  return `${prefix}_${Buffer.from(accountId.replaceAll("-", ""), "hex").toString("base64url")}${secret}`;
}

/** The parts of an account token, or null if the text is not one. */
export function parseAccountToken(token: string): { prefix: TokenPrefix; accountId: string } | null {
  const [, prefix, account] = SHAPE.exec(token) ?? [];
  if (!prefix || !account) return null;
  const hex = Buffer.from(account, "base64url").toString("hex");
  const accountId = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
  return isId(accountId) ? { prefix: prefix as TokenPrefix, accountId } : null;
}
