import { Field, ObjectType, createUnionType } from "type-graphql";
import { AccountClosing } from "../account/account.errors.js";
import { ContactStateConflict, ProcessingRestricted } from "../contact/contact-state.errors.js";
import { Contact } from "../contact/contact.type.js";
import { InvitationJustSent } from "../member/member.errors.js";
import { StudioUnavailable } from "../verification/verification.errors.js";
import { AlreadyInvited, InvitationOver, StudioNotPublished } from "./invitation.errors.js";
import type { InvitationRow } from "./invitation.repository.js";
import { Invitation } from "./invitation.type.js";

@ObjectType({ description: "The invitation is so now.", simpleResolvers: true })
export class InvitationPayload {
  @Field(() => Invitation, { description: "The invitation as it is now." })
  invitation: Invitation;
}

@ObjectType({ description: "The email is proven, and the contact signed in.", simpleResolvers: true })
export class AcceptInvitationPayload {
  @Field(() => String, { description: "The session: send it as `Authorization: Bearer …`. Shown once." })
  sessionToken: string;

  @Field(() => Date, { description: "Until when the session is good." })
  expiresAt: Date;

  @Field(() => Contact, { description: "The contact, verified." })
  contact: Contact;

  @Field(() => Invitation, { description: "The invitation, accepted." })
  invitation: Invitation;
}

/** A payload of one invitation. The row stands for the type: `Invitation`'s resolvers read it. */
export function withInvitation(invitation: InvitationRow): InvitationPayload {
  return Object.assign(new InvitationPayload(), { invitation });
}

export const InviteContactResult = createUnionType({
  name: "InviteContactResult",
  description: "What came of inviting a contact.",
  types: () =>
    [
      InvitationPayload,
      AlreadyInvited,
      StudioNotPublished,
      ContactStateConflict,
      ProcessingRestricted,
      AccountClosing,
    ] as const,
});

export const ResendInvitationResult = createUnionType({
  name: "ResendInvitationResult",
  description: "What came of sending an invitation again.",
  types: () =>
    [
      InvitationPayload,
      InvitationOver,
      InvitationJustSent,
      StudioNotPublished,
      ContactStateConflict,
      ProcessingRestricted,
      AccountClosing,
    ] as const,
});

export const RevokeInvitationResult = createUnionType({
  name: "RevokeInvitationResult",
  description: "What came of withdrawing an invitation.",
  types: () => [InvitationPayload, InvitationOver, ContactStateConflict, ProcessingRestricted] as const,
});

export const AcceptInvitationResult = createUnionType({
  name: "AcceptInvitationResult",
  description: "What came of accepting an invitation.",
  types: () => [AcceptInvitationPayload, InvitationOver, StudioUnavailable] as const,
});
