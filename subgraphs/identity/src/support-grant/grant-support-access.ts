import { signedInMember } from "@studio/kit/auth/signed-in.js";
import { after } from "@studio/kit/clock.js";
import type { IdentityContext } from "../context.js";
import type { IdInput } from "../id-input.js";
import { changeGrant } from "./change-grant.js";
import { GRANT_LIFETIME_MS } from "./support-grant.policy.js";
import type { SupportGrantResult } from "./support-grant.result.js";

/** Lets the staff person look, for 8 hours. */
export function grantSupportAccess(context: IdentityContext, { id }: IdInput): Promise<typeof SupportGrantResult> {
  const { memberId: grantedBy } = signedInMember(context);
  return changeGrant(context, id, {
    action: "support_grant.granted",
    from: "requested",
    change: (now) => ({ grantedBy, grantedAt: now, expiresAt: after(now, GRANT_LIFETIME_MS) }),
  });
}
