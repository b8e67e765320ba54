import type { IdentityContext } from "../context.js";
import type { IdInput } from "../id-input.js";
import { changeGrant } from "./change-grant.js";
import type { SupportGrantResult } from "./support-grant.result.js";

/** Says no to a request. */
export function denySupportAccess(context: IdentityContext, { id }: IdInput): Promise<typeof SupportGrantResult> {
  return changeGrant(context, id, {
    action: "support_grant.denied",
    from: "requested",
    change: (now) => ({ deniedAt: now }),
  });
}
