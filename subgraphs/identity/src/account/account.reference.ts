import { parseGlobalId } from "@studio/kit/paging/global-id.js";
import type { IdentityContext } from "../context.js";
import type { AccountRow } from "./account.repository.js";

/** The viewer's own account; any other does not exist. */
export async function accountReference({ id }: { id: string }, context: IdentityContext): Promise<AccountRow | null> {
  const parsed = parseGlobalId(id);
  const isOwn = parsed?.type === "Account" && parsed.id === context.viewer.accountId;
  return isOwn ? context.loaders.account() : null;
}
