import { domainToASCII } from "node:url";

/** An address as it was given, and the key under which it is unique. */
export interface Email {
  address: string;
  /** Lower case, Unicode NFC, the domain in its ASCII form (IDNA): look-alike letters stay different. */
  key: string;
}

const LOCAL = /^[^\s@"(),:;<>[\]\\\p{C}]{1,64}$/u;
const DOMAIN = /^(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9-]{2,63}$/;

/** Reads an email address (RFC 5321 lengths, RFC 6531 letters, no quoted local parts), or null if it is not one. */
export function readEmail(text: string): Email | null {
  const address = text.trim().normalize("NFC");
  const at = address.lastIndexOf("@");
  const local = address.slice(0, Math.max(at, 0));
  const domain = domainToASCII(address.slice(at + 1));
  const isWhole = at > 0 && LOCAL.test(local) && DOMAIN.test(domain);
  if (!isWhole || local.startsWith(".") || local.endsWith(".") || local.includes("..")) return null;
  return { address, key: `${local.toLowerCase()}@${domain}` };
}
