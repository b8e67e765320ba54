import { signedInMember } from "@studio/kit/auth/signed-in.js";
import { blindIndex } from "@studio/kit/crypto/seal.js";
import { changeState } from "@studio/kit/db/change.js";
import type { Tx } from "@studio/kit/db/database.js";
import { notFound } from "@studio/kit/error/codes.js";
import { newId } from "@studio/kit/id.js";
import { fromGlobalId } from "@studio/kit/paging/global-id.js";
import { AccountClosing } from "../account/account.errors.js";
import { isMemberDomain, policiesInForce } from "../account/account.policy.js";
import { findAccount } from "../account/account.repository.js";
import { readEmail, type Email } from "../contact/email.policy.js";
import { readName } from "../contact/name.policy.js";
import { changeScope, readAnew, type IdentityContext } from "../context.js";
import { assignToGroups } from "../group/coordinator.repository.js";
import { InvalidEmail, InvalidName } from "../verification/verification.errors.js";
import { AlreadyMember } from "./already-member.error.js";
import { insertMember, listInDirectory, lockMemberByEmail, reinviteMember } from "./manage-member.repository.js";
import { EmailDomainNotAllowed, GroupsNotForRole, RoleOutOfReach } from "./member.errors.js";
import type { InviteMemberInput } from "./member.input.js";
import { mayManage } from "./member.policy.js";
import type { MemberRow } from "./member.repository.js";
import { MemberPayload, type InviteMemberResult } from "./member.result.js";
import { sendInvitation } from "./send-invitation.js";

type Result = typeof InviteMemberResult;

/** Whom to invite, as what, to which groups: read and found sound. */
interface Invitee extends Pick<MemberRow, "name" | "role"> {
  email: Email;
  groupIds: string[];
}

/**
 * Invites somebody by mail. Their first sign-in at the Hub with that email, verified, makes them a member. Whoever was
 * removed may be invited again.
 */
export async function inviteMember(context: IdentityContext, input: InviteMemberInput): Promise<Result> {
  const { accountId, role } = signedInMember(context);
  const invitee = readInvitee(input);
  if (!("groupIds" in invitee)) return invitee;
  if (!mayManage(role, invitee.role)) return RoleOutOfReach.at(["input", "role"]);
  const result = await changeState<Result>(changeScope(context, accountId), async ({ tx, audit, abandon }) => {
    const account = await findAccount(tx, accountId);
    if (account?.status !== "active") return abandon(AccountClosing.now());
    const policies = policiesInForce(account.policies);
    if (!isMemberDomain(policies, invitee.email.key)) return abandon(EmailDomainNotAllowed.now());
    const known = await lockMemberByEmail(tx, accountId, invitee.email.key);
    if (known && known.status !== "removed") return abandon(AlreadyMember.being(known));
    const member = await addInvited(context, tx, accountId, invitee, known);
    if (member instanceof AlreadyMember) return abandon(member);
    await sendInvitation(context, tx, member.id, policies);
    const fields = ["email", "role", ...(invitee.groupIds.length > 0 ? ["groups"] : [])];
    audit({ action: "member.invited", subjectType: "Member", subjectId: member.id, fields });
    return Object.assign(new MemberPayload(), { member });
  });
  readAnew(context);
  return result;
}

function readInvitee(input: InviteMemberInput): Invitee | InvalidEmail | InvalidName | GroupsNotForRole {
  const email = readEmail(input.email);
  if (!email) return InvalidEmail.at(["input", "email"]);
  const name = input.name == null ? email.address.slice(0, 100) : readName(input.name);
  if (!name) return InvalidName.at(["input", "name"]);
  if (input.role !== "coordinator" && input.groupIds.length > 0) return GroupsNotForRole.now();
  const groupIds = [...new Set(input.groupIds.map((id) => fromGlobalId("Group", id)))];
  return { email, name, role: input.role, groupIds };
}

/** Adds the member, or takes the removed one up again; who was invited by another at the same time is one already. */
async function addInvited(
  { services }: IdentityContext,
  tx: Tx,
  accountId: string,
  { email, name, role, groupIds }: Invitee,
  removed: MemberRow | null,
): Promise<MemberRow | AlreadyMember> {
  const row = { accountId, id: newId(), name, email: email.address, emailKey: email.key, role };
  const member = removed
    ? await reinviteMember(tx, accountId, removed.id, row)
    : await insertMember(tx, { ...row, status: "invited", createdAt: services.clock.now() });
  if (!member) {
    const other = await lockMemberByEmail(tx, accountId, email.key);
    if (!other) throw new Error("A member with this email was neither added nor found.");
    return AlreadyMember.being(other);
  }
  await listInDirectory(tx, accountId, member.id, blindIndex(services.keys.memberEmail, email.key));
  if (!(await assignToGroups(tx, accountId, member.id, groupIds))) throw notFound("group");
  return member;
}
