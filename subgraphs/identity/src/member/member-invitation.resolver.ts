import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import type { IdentityContext } from "../context.js";
import type { IdInput } from "../id-input.js";
import { inviteMember } from "./invite-member.js";
import { InviteMemberInput, ResendMemberInvitationInput, RevokeMemberInvitationInput } from "./member.input.js";
import { InviteMemberResult, MemberInvitationResult, MemberResult } from "./member.result.js";
import { revokeMemberInvitation } from "./remove-member.js";
import { resendMemberInvitation } from "./resend-member-invitation.js";

/** How people become members: invited by mail, accepted by their first sign-in at the Hub. */
@Resolver()
export class MemberInvitationResolver {
  @Mutation(() => InviteMemberResult, {
    nullable: true,
    description: "Invites somebody by mail. Their first sign-in at the Hub with that email makes them a member.",
  })
  inviteMember(
    @Arg("input", () => InviteMemberInput, { description: "Whom, and as what." }) input: InviteMemberInput,
    @Ctx() context: IdentityContext,
  ): Promise<typeof InviteMemberResult> {
    return inviteMember(context, input);
  }

  @Mutation(() => MemberInvitationResult, {
    nullable: true,
    description: "Sends an invitation again, with a new link and a new deadline; the old link is dead.",
  })
  resendMemberInvitation(
    @Arg("input", () => ResendMemberInvitationInput, { description: "Whose." }) input: IdInput,
    @Ctx() context: IdentityContext,
  ): Promise<typeof MemberInvitationResult> {
    return resendMemberInvitation(context, input);
  }

  @Mutation(() => MemberResult, { nullable: true, description: "Withdraws an invitation that nobody has followed." })
  revokeMemberInvitation(
    @Arg("input", () => RevokeMemberInvitationInput, { description: "Whose." }) input: IdInput,
    @Ctx() context: IdentityContext,
  ): Promise<typeof MemberResult> {
    return revokeMemberInvitation(context, input);
  }
}
