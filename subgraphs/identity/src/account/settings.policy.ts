import { InvalidSetting } from "./account.errors.js";
import type { UpdateAccountSettingsInput } from "./account.input.js";
import {
  MAX_EMAIL_DOMAINS,
  MAX_INVITATION_DAYS,
  readAccountName,
  readDomain,
  type Locale,
  type Policies,
} from "./account.policy.js";

/** Settings as they are kept; `policies` holds what the account itself has said. */
export interface Settings {
  name: string;
  defaultLocale: Locale;
  policies: Partial<Policies>;
}

/** The settings after a change, or what is wrong with it. */
export function changeSettings(now: Settings, input: UpdateAccountSettingsInput): Settings | InvalidSetting {
  const name = input.name == null ? now.name : readAccountName(input.name);
  if (name === null) return InvalidSetting.at(["input", "name"], "Enter a name of 1 to 200 characters.");
  const said = readPolicies(input.policies ?? {});
  if (said instanceof InvalidSetting) return said;
  return { name, defaultLocale: input.defaultLocale ?? now.defaultLocale, policies: { ...now.policies, ...said } };
}

function readPolicies(input: NonNullable<UpdateAccountSettingsInput["policies"]>): Partial<Policies> | InvalidSetting {
  const { supportAccess, memberEmailDomains, memberInvitationDays: days } = input;
  const said: Partial<Policies> = {};
  if (supportAccess != null) said.supportAccess = supportAccess;
  if (days != null) {
    if (days < 1 || days > MAX_INVITATION_DAYS) {
      const message = `Enter 1 to ${MAX_INVITATION_DAYS} days.`;
      return InvalidSetting.at(["input", "policies", "memberInvitationDays"], message);
    }
    said.memberInvitationDays = days;
  }
  if (memberEmailDomains == null) return said;
  const domains = readDomains(memberEmailDomains);
  return domains instanceof InvalidSetting ? domains : { ...said, memberEmailDomains: domains };
}

function readDomains(given: string[]): string[] | InvalidSetting {
  const path = ["input", "policies", "memberEmailDomains"];
  if (given.length > MAX_EMAIL_DOMAINS) return InvalidSetting.at(path, `Enter at most ${MAX_EMAIL_DOMAINS} domains.`);
  const domains: string[] = [];
  for (const [index, text] of given.entries()) {
    const domain = readDomain(text);
    if (!domain) return InvalidSetting.at([...path, String(index)], "Enter a domain such as example.com.");
    if (!domains.includes(domain)) domains.push(domain);
  }
  return domains;
}

/** The names of the settings that differ. */
export function changedSettings(before: Settings, after: Settings): string[] {
  const names = (["name", "defaultLocale"] as const).filter((name) => before[name] !== after[name]);
  const keys = (Object.keys(after.policies) as (keyof Policies)[]).filter(
    (key) => String(before.policies[key]) !== String(after.policies[key]),
  );
  return [...names, ...keys.map((key) => `policies.${key}`)];
}
