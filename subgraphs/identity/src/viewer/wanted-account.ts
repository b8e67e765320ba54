import type { HubCredential } from "@studio/kit/auth/credential.js";
import { isId } from "@studio/kit/id.js";
import { parseGlobalId } from "@studio/kit/paging/global-id.js";

/** The account that a Hub user names, as a uuid or as an `Account` id; null if they name none that can be. */
export function wantedAccount({ accountId }: HubCredential): string | null {
  if (accountId === null) return null;
  if (isId(accountId)) return accountId;
  const parsed = parseGlobalId(accountId);
  return parsed?.type === "Account" ? parsed.id : null;
}
