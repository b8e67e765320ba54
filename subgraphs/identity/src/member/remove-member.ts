import type { Tx } from "@studio/kit/db/database.js";
import type { IdentityContext } from "../context.js";
import { unassignEverywhere } from "../group/coordinator.repository.js";
import type { IdInput } from "../id-input.js";
import { changeMember } from "./change-member.js";
import { removeFromDirectory, setStanding } from "./manage-member.repository.js";
import { deleteInvitation } from "./member-invitation.repository.js";
import type { MemberRow } from "./member.repository.js";
import type { MemberResult } from "./member.result.js";

/** Removes a member for good: out of their groups, and untied from the Hub. Being invited again begins anew. */
export function removeMember(context: IdentityContext, { id }: IdInput): Promise<typeof MemberResult> {
  return changeMember(context, id, {
    mutation: "removeMember",
    action: "member.removed",
    fields: ["status", "groups"],
    from: ["invited", "active", "suspended"],
    after: ({ role }) => ({ role, status: "removed" }),
    write: writeRemoval,
  });
}

/** Withdraws an invitation that nobody has followed: its link is dead, and a sign-in finds nothing. */
export function revokeMemberInvitation(context: IdentityContext, { id }: IdInput): Promise<typeof MemberResult> {
  return changeMember(context, id, {
    mutation: "revokeMemberInvitation",
    action: "member.invitation_revoked",
    fields: ["status"],
    from: ["invited"],
    after: ({ role }) => ({ role, status: "removed" }),
    write: writeRemoval,
  });
}

async function writeRemoval(tx: Tx, { accountId, id, role }: MemberRow): Promise<MemberRow> {
  await unassignEverywhere(tx, accountId, id);
  await removeFromDirectory(tx, accountId, id);
  await deleteInvitation(tx, accountId, id);
  return setStanding(tx, accountId, id, { role, status: "removed" });
}
