import type { IdentityContext } from "../context.js";
import type { IdInput } from "../id-input.js";
import { changeMember } from "./change-member.js";
import { setStanding } from "./manage-member.repository.js";
import type { MemberResult } from "./member.result.js";

/** Shuts a member out, from their next request on; open streams end within a second. */
export function suspendMember(context: IdentityContext, { id }: IdInput): Promise<typeof MemberResult> {
  return changeMember(context, id, {
    mutation: "suspendMember",
    action: "member.suspended",
    fields: ["status"],
    from: ["active"],
    after: ({ role }) => ({ role, status: "suspended" }),
    write: (tx, now) => setStanding(tx, now.accountId, now.id, { role: now.role, status: "suspended" }),
  });
}
