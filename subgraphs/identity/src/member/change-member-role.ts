import type { IdentityContext } from "../context.js";
import { unassignEverywhere } from "../group/coordinator.repository.js";
import { changeMember } from "./change-member.js";
import { setStanding } from "./manage-member.repository.js";
import type { ChangeMemberRoleInput } from "./member.input.js";
import type { MemberResult } from "./member.result.js";

/** Gives a member another role. Who stops being a coordinator loses their groups, and gets none back with the role. */
export function changeMemberRole(
  context: IdentityContext,
  { id, role }: ChangeMemberRoleInput,
): Promise<typeof MemberResult> {
  return changeMember(context, id, {
    mutation: "changeMemberRole",
    action: "member.role_changed",
    fields: ["role"],
    from: ["invited", "active", "suspended"],
    after: ({ status }) => ({ role, status }),
    write: async (tx, now) => {
      if (role !== "coordinator") await unassignEverywhere(tx, now.accountId, now.id);
      return setStanding(tx, now.accountId, now.id, { role, status: now.status });
    },
  });
}
