import type { IdentityContext } from "../context.js";
import type { IdInput } from "../id-input.js";
import { changeMember } from "./change-member.js";
import { setStanding } from "./manage-member.repository.js";
import type { MemberResult } from "./member.result.js";

/** Lets a suspended member in again, as what they were. */
export function reinstateMember(context: IdentityContext, { id }: IdInput): Promise<typeof MemberResult> {
  return changeMember(context, id, {
    mutation: "reinstateMember",
    action: "member.reinstated",
    fields: ["status"],
    from: ["suspended"],
    after: ({ role }) => ({ role, status: "active" }),
    write: (tx, now) => setStanding(tx, now.accountId, now.id, { role: now.role, status: "active" }),
  });
}
