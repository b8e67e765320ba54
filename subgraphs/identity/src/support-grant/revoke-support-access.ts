import type { IdentityContext } from "../context.js";
import type { IdInput } from "../id-input.js";
import { changeGrant } from "./change-grant.js";
import type { SupportGrantResult } from "./support-grant.result.js";

/** Ends a grant early: the staff person's next request sees nothing. */
export function revokeSupportAccess(context: IdentityContext, { id }: IdInput): Promise<typeof SupportGrantResult> {
  return changeGrant(context, id, {
    action: "support_grant.revoked",
    from: "granted",
    change: (now) => ({ revokedAt: now }),
  });
}
