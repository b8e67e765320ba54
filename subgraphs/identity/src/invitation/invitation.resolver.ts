import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from "type-graphql";
import { toGlobalId } from "@studio/kit/paging/global-id.js";
import { notFound } from "@studio/kit/error/codes.js";
import type { ContactRow } from "../contact/contact.repository.js";
import type { IdentityContext } from "../context.js";
import type { IdInput } from "../id-input.js";
import { Studio } from "../studio/studio.stub.js";
import { acceptInvitation } from "./accept-invitation.js";
import {
  AcceptInvitationInput,
  InviteContactInput,
  ResendInvitationInput,
  RevokeInvitationInput,
} from "./invitation.input.js";
import { statusOf, type InvitationStatus } from "./invitation.policy.js";
import type { InvitationRow } from "./invitation.repository.js";
import {
  AcceptInvitationResult,
  InviteContactResult,
  ResendInvitationResult,
  RevokeInvitationResult,
} from "./invitation.result.js";
import { ContactInvitationOffer, Invitation } from "./invitation.type.js";
import { inviteContact } from "./invite-contact.js";
import { openInvitation } from "./open-invitation.js";
import { resendInvitation } from "./resend-invitation.js";
import { revokeInvitation } from "./revoke-invitation.js";

/** A contact's way into a studio by an invitation of their own. */
@Resolver(() => Invitation)
export class InvitationResolver {
  @Query(() => ContactInvitationOffer, {
    nullable: true,
    description:
      "What a contact's invitation offers, to whoever holds its link; null once it is no longer good. Looking uses nothing up, and marks it opened.",
  })
  contactInvitation(
    @Arg("token", () => String, { description: "The last part of the link." }) token: string,
    @Ctx() { services, requestId }: IdentityContext,
  ): Promise<ContactInvitationOffer | null> {
    return openInvitation(services, token, requestId);
  }

  @Mutation(() => InviteContactResult, { nullable: true, description: "Invites a contact to a studio by mail." })
  inviteContact(
    @Arg("input", () => InviteContactInput, { description: "Whom, and where." }) input: InviteContactInput,
    @Ctx() context: IdentityContext,
  ): Promise<typeof InviteContactResult> {
    return inviteContact(context, input);
  }

  @Mutation(() => ResendInvitationResult, {
    nullable: true,
    description: "Sends an invitation again, with a new link and a new deadline; the old link is dead.",
  })
  resendInvitation(
    @Arg("input", () => ResendInvitationInput, { description: "Which one." }) input: IdInput,
    @Ctx() context: IdentityContext,
  ): Promise<typeof ResendInvitationResult> {
    return resendInvitation(context, input);
  }

  @Mutation(() => RevokeInvitationResult, {
    nullable: true,
    description: "Withdraws an invitation that nobody has accepted.",
  })
  revokeInvitation(
    @Arg("input", () => RevokeInvitationInput, { description: "Which one." }) input: IdInput,
    @Ctx() context: IdentityContext,
  ): Promise<typeof RevokeInvitationResult> {
    return revokeInvitation(context, input);
  }

  @Mutation(() => AcceptInvitationResult, {
    nullable: true,
    description: "Accepts an invitation by its link, once: the email is proven, and the contact signed in.",
  })
  acceptInvitation(
    @Arg("input", () => AcceptInvitationInput, { description: "The link." }) input: AcceptInvitationInput,
    @Ctx() context: IdentityContext,
  ): Promise<typeof AcceptInvitationResult> {
    return acceptInvitation(context, input);
  }

  @FieldResolver()
  id(@Root() { id }: InvitationRow): string {
    return toGlobalId("Invitation", id);
  }

  @FieldResolver()
  status(@Root() invitation: InvitationRow, @Ctx() { services }: IdentityContext): InvitationStatus {
    return statusOf(invitation, services.clock.now());
  }

  @FieldResolver()
  async contact(@Root() { contactId }: InvitationRow, @Ctx() { loaders }: IdentityContext): Promise<ContactRow> {
    const contact = await loaders.contactById.load(contactId);
    if (!contact) throw notFound("contact");
    return contact;
  }

  @FieldResolver()
  studio(@Root() { studioId }: InvitationRow): Studio {
    return new Studio(studioId);
  }
}
