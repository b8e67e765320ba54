import { readEmail } from "../contact/email.policy.js";

/** What an account decides for itself, within the platform's bounds. */
export interface Policies {
  /** Whether platform staff may ask for access. */
  supportAccess: boolean;
  /** The email domains that members may be invited at, in ASCII and lower case; none for any. */
  memberEmailDomains: string[];
  /** For how many days an invitation may be followed. */
  memberInvitationDays: number;
}

/** What holds where an account has said nothing. */
const DEFAULT_POLICIES: Policies = { supportAccess: true, memberEmailDomains: [], memberInvitationDays: 7 };

export const MAX_INVITATION_DAYS = 30;

export const MAX_EMAIL_DOMAINS = 50;

/** The languages in which the platform speaks to people. */
export const LOCALES = ["en", "de", "fr", "es"] as const;

export type Locale = (typeof LOCALES)[number];

/** The policies in force: the account's own over the platform's defaults. */
export function policiesInForce(own: Partial<Policies>): Policies {
  return { ...DEFAULT_POLICIES, ...own };
}

const NAME_LENGTH = 200;

/** Reads a company's name: NFC, trimmed, 1 to 200 characters, none of them invisible. Null if it is none. */
export function readAccountName(text: string): string | null {
  const name = text.trim().normalize("NFC");
  return name.length > 0 && name.length <= NAME_LENGTH && !/\p{C}/u.test(name) ? name : null;
}

/** Reads an email domain into ASCII and lower case (IDNA), or null if it is none. */
export function readDomain(text: string): string | null {
  const read = readEmail(`anybody@${text.trim()}`);
  return read && read.key.slice(read.key.indexOf("@") + 1);
}

/** Whether members may be invited at this address. `emailKey` is normalised: its domain is ASCII, in lower case. */
export function isMemberDomain(policies: Policies, emailKey: string): boolean {
  const domain = emailKey.slice(emailKey.lastIndexOf("@") + 1);
  return policies.memberEmailDomains.length === 0 || policies.memberEmailDomains.includes(domain);
}
