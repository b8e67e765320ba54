import { Field, ObjectType, createUnionType } from "type-graphql";
import { AccountClosing } from "../account/account.errors.js";
import { InvalidEmail, InvalidName } from "../verification/verification.errors.js";
import { AlreadyMember } from "./already-member.error.js";
import {
  EmailDomainNotAllowed,
  GroupsNotForRole,
  InvitationJustSent,
  LastOwner,
  RoleOutOfReach,
  WrongMemberStatus,
} from "./member.errors.js";
import { Member } from "./member.type.js";

@ObjectType({ description: "The member is so now.", simpleResolvers: true })
export class MemberPayload {
  @Field(() => Member, { description: "The member as they are now." })
  member: Member;
}

export const InviteMemberResult = createUnionType({
  name: "InviteMemberResult",
  description: "What came of inviting somebody.",
  types: () =>
    [
      MemberPayload,
      InvalidEmail,
      InvalidName,
      RoleOutOfReach,
      EmailDomainNotAllowed,
      GroupsNotForRole,
      AlreadyMember,
      AccountClosing,
    ] as const,
});

export const MemberInvitationResult = createUnionType({
  name: "MemberInvitationResult",
  description: "What came of sending an invitation again.",
  types: () => [MemberPayload, RoleOutOfReach, WrongMemberStatus, InvitationJustSent] as const,
});

export const MemberResult = createUnionType({
  name: "MemberResult",
  description: "What came of changing a member.",
  types: () => [MemberPayload, RoleOutOfReach, WrongMemberStatus, LastOwner] as const,
});
