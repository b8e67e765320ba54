import { newAccountToken } from "@studio/kit/auth/account-token.js";
import type { ApiClientKind } from "@studio/kit/auth/viewer.js";
import { hashSecret } from "@studio/kit/crypto/secret-token.js";
import { newId } from "@studio/kit/id.js";
import { memberToken, type TestAccount } from "./account.js";
import type { TestPlatform } from "./platform.js";

const HOUR_MS = 3_600_000;

/** A session of one of the account's contacts, as if they had just proven their email. */
export async function contactSession(platform: TestPlatform, account: TestAccount, index: number): Promise<string> {
  const token = newAccountToken("ss", account.id);
  const now = platform.clock.now();
  await platform.admin`
    insert into identity.session (account_id, id, token_hash, contact_id, studio_id, created_at, expires_at)
    values (${account.id}, ${newId()}, ${hashSecret(token)}, ${account.contacts[index]!.id}, ${account.studio.id},
      ${now}, ${new Date(now.getTime() + HOUR_MS)})`;
  return token;
}

export interface NewClient {
  kind: ApiClientKind;
  scopes?: string[];
  /** Keys of custom fields. */
  fields?: string[];
}

/** One more program of the account, and its key. */
export async function apiClient(
  platform: TestPlatform,
  account: TestAccount,
  { kind, scopes = [], fields = [] }: NewClient,
): Promise<string> {
  const key = newAccountToken("sk", account.id);
  const grants = fields.map((field) => account.fieldId(field));
  await platform.admin`
    insert into identity.api_client (account_id, id, name, kind, key_hash, scopes, field_grants, created_at)
    values (${account.id}, ${newId()}, ${kind}, ${kind}, ${hashSecret(key)}, ${scopes}, ${grants}::uuid[],
      ${platform.clock.now()})`;
  return key;
}

/** A token of platform staff with a second factor, and the account's leave for them if scopes are given. */
export async function staffToken(platform: TestPlatform, account: TestAccount, scopes: string[] | null) {
  const staffId = `staff-${newId()}`;
  if (scopes) {
    const now = platform.clock.now();
    await platform.admin`
      insert into identity.support_grant (account_id, id, staff_id, scopes, reason, granted_by, created_at, expires_at)
      select account_id, ${newId()}, ${staffId}, ${scopes}, 'A test', id, ${now}, ${new Date(now.getTime() + HOUR_MS)}
      from identity.member where account_id = ${account.id} and role = 'owner'`;
  }
  return memberToken(platform, `${staffId}@platform.example`, { sub: staffId, staff: true, amr: ["mfa"] });
}
