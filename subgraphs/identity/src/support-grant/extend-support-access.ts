import { after } from "@studio/kit/clock.js";
import type { IdentityContext } from "../context.js";
import type { IdInput } from "../id-input.js";
import { changeGrant } from "./change-grant.js";
import { EXTENSION_MS } from "./support-grant.policy.js";
import type { SupportGrantResult } from "./support-grant.result.js";

/** Lets the staff person look for 24 hours longer than they might. */
export function extendSupportAccess(context: IdentityContext, { id }: IdInput): Promise<typeof SupportGrantResult> {
  return changeGrant(context, id, {
    action: "support_grant.extended",
    from: "granted",
    change: (now, { expiresAt }) => ({ expiresAt: after(expiresAt ?? now, EXTENSION_MS) }),
  });
}
