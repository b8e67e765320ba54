import { Field } from "type-graphql";
import { UserError, UserErrorType } from "@studio/kit/error/user-error.js";
import type { InvitationRow } from "./invitation.repository.js";
import type { InvitationStatus } from "./invitation.policy.js";
import { Invitation, InvitationStatusEnum } from "./invitation.type.js";

@UserErrorType("The contact has an invitation to this studio that may still be accepted.")
export class AlreadyInvited extends UserError {
  @Field(() => Invitation, { description: "That invitation: send it again, or withdraw it." })
  invitation: Invitation;

  static by(invitation: InvitationRow): AlreadyInvited {
    const message = "This contact is invited to this studio already. Send that invitation again instead.";
    return Object.assign(new AlreadyInvited(), { path: ["input", "contactId"], message, invitation });
  }
}

@UserErrorType("The studio is not published, so nobody can be invited to it.")
export class StudioNotPublished extends UserError {
  static at(path: string[]): StudioNotPublished {
    const message = "This studio takes nobody at present. Publish it before you invite people to it.";
    return Object.assign(new StudioNotPublished(), { path, message });
  }
}

@UserErrorType("The invitation cannot be used for this any more, or its link never was one.")
export class InvitationOver extends UserError {
  @Field(() => InvitationStatusEnum, {
    nullable: true,
    description: "Where the invitation is; null for a link that is none, or that a newer one has replaced.",
  })
  invitationStatus: InvitationStatus | null;

  static at(path: string[], invitationStatus: InvitationStatus | null): InvitationOver {
    const message = invitationStatus === null ? NO_LINK : MESSAGES[invitationStatus];
    return Object.assign(new InvitationOver(), { path, message, invitationStatus });
  }
}

const NO_LINK = "This link is not good. Look for the newest invitation in your mails, or ask for a new one.";

const MESSAGES: Readonly<Record<InvitationStatus, string>> = {
  queued: "The mail with this invitation has not left yet.",
  sent: "This invitation waits to be accepted.",
  opened: "This invitation waits to be accepted.",
  accepted: "This invitation was accepted before. Verify your email to sign in again.",
  expired: "This invitation has expired. Ask for a new one.",
  revoked: "This invitation was withdrawn. Ask for a new one.",
};
