import { Field } from "type-graphql";
import { UserError, UserErrorType } from "@studio/kit/error/user-error.js";
import type { MemberStatus } from "./member-status.js";
import { MemberStatusEnum } from "./member.enums.js";

@UserErrorType("The account would be left without an active owner.")
export class LastOwner extends UserError {
  static now(): LastOwner {
    return Object.assign(new LastOwner(), {
      path: ["input", "id"],
      message: "This is the last active owner. Make somebody else an owner first.",
    });
  }
}

@UserErrorType("The role is one that the viewer may not appoint to, or change in others.")
export class RoleOutOfReach extends UserError {
  static at(path: string[]): RoleOutOfReach {
    return Object.assign(new RoleOutOfReach(), {
      path,
      message: "Your role may not do this for this role. Ask an owner.",
    });
  }
}

@UserErrorType("The member's status does not allow it.")
export class WrongMemberStatus extends UserError {
  @Field(() => MemberStatusEnum, { description: "The status that the member has." })
  status: MemberStatus;

  static of(status: MemberStatus): WrongMemberStatus {
    return Object.assign(new WrongMemberStatus(), {
      path: ["input", "id"],
      message: `It cannot be done for a member who is ${status}.`,
      status,
    });
  }
}

@UserErrorType("The account's policy allows no members at this email domain.")
export class EmailDomainNotAllowed extends UserError {
  static now(): EmailDomainNotAllowed {
    return Object.assign(new EmailDomainNotAllowed(), {
      path: ["input", "email"],
      message: "The account invites no members at this domain. An owner can allow it in the settings.",
    });
  }
}

@UserErrorType("Groups are for coordinators.")
export class GroupsNotForRole extends UserError {
  static now(): GroupsNotForRole {
    return Object.assign(new GroupsNotForRole(), {
      path: ["input", "groupIds"],
      message: "Only a coordinator is assigned to groups. Leave the groups out, or invite a coordinator.",
    });
  }
}

@UserErrorType("The invitation was sent a moment ago.")
export class InvitationJustSent extends UserError {
  @Field(() => Date, { description: "When it may be sent again." })
  retryAt: Date;

  static until(retryAt: Date): InvitationJustSent {
    return Object.assign(new InvitationJustSent(), {
      path: ["input", "id"],
      message: "This invitation was sent a moment ago. Wait a minute before you send it again.",
      retryAt,
    });
  }
}
