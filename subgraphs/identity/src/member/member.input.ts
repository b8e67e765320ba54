import { ArgsType, Field, ID, InputType } from "type-graphql";
import type { MemberRole } from "@studio/kit/auth/viewer.js";
import { ForwardPageArgs } from "@studio/kit/paging/connection.js";
import { idInput } from "../id-input.js";
import type { MemberStatus } from "./member-status.js";
import { MemberRoleEnum, MemberStatusEnum } from "./member.enums.js";

@ArgsType()
export class MembersArgs extends ForwardPageArgs {
  @Field(() => [MemberStatusEnum], {
    nullable: true,
    description: "Only members of these statuses; everybody but who was removed if left out.",
  })
  statuses?: MemberStatus[] | null;
}

@InputType({ description: "Whom to invite, and as what." })
export class InviteMemberInput {
  @Field(() => String, { description: "Their email at the Hub." })
  email: string;

  @Field(() => String, { nullable: true, description: "Their name; the email stands in for it if left out." })
  name?: string | null;

  @Field(() => MemberRoleEnum, { description: "What they will do." })
  role: MemberRole;

  @Field(() => [ID], { defaultValue: [], description: "A coordinator's groups." })
  groupIds: string[];
}

@InputType({ description: "Whose role changes, and to what." })
export class ChangeMemberRoleInput {
  @Field(() => ID, { description: "The member's id." })
  id: string;

  @Field(() => MemberRoleEnum, { description: "The new role." })
  role: MemberRole;
}

const ID_OF_MEMBER = "The member's id.";

export const SuspendMemberInput = idInput("SuspendMemberInput", "Whom to shut out.", ID_OF_MEMBER);
export const ReinstateMemberInput = idInput("ReinstateMemberInput", "Whom to let in again.", ID_OF_MEMBER);
export const RemoveMemberInput = idInput("RemoveMemberInput", "Whom to remove.", ID_OF_MEMBER);
export const ResendMemberInvitationInput = idInput(
  "ResendMemberInvitationInput",
  "Whose invitation to send again.",
  ID_OF_MEMBER,
);
export const RevokeMemberInvitationInput = idInput(
  "RevokeMemberInvitationInput",
  "Whose invitation to withdraw.",
  ID_OF_MEMBER,
);
