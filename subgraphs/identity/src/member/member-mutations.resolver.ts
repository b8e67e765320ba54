import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import type { IdentityContext } from "../context.js";
import type { IdInput } from "../id-input.js";
import { changeMemberRole } from "./change-member-role.js";
import { ChangeMemberRoleInput, ReinstateMemberInput, RemoveMemberInput, SuspendMemberInput } from "./member.input.js";
import { MemberResult } from "./member.result.js";
import { reinstateMember } from "./reinstate-member.js";
import { removeMember } from "./remove-member.js";
import { suspendMember } from "./suspend-member.js";

/** What may become of a member. Each change holds from their next request on; open streams follow within a second. */
@Resolver()
export class MemberMutationsResolver {
  @Mutation(() => MemberResult, {
    nullable: true,
    description: "Gives a member another role. Nobody but an owner touches owners and privacy officers.",
  })
  changeMemberRole(
    @Arg("input", () => ChangeMemberRoleInput, { description: "Whose, and which." }) input: ChangeMemberRoleInput,
    @Ctx() context: IdentityContext,
  ): Promise<typeof MemberResult> {
    return changeMemberRole(context, input);
  }

  @Mutation(() => MemberResult, { nullable: true, description: "Shuts a member out, until reinstated." })
  suspendMember(
    @Arg("input", () => SuspendMemberInput, { description: "Whom." }) input: IdInput,
    @Ctx() context: IdentityContext,
  ): Promise<typeof MemberResult> {
    return suspendMember(context, input);
  }

  @Mutation(() => MemberResult, { nullable: true, description: "Lets a suspended member in again." })
  reinstateMember(
    @Arg("input", () => ReinstateMemberInput, { description: "Whom." }) input: IdInput,
    @Ctx() context: IdentityContext,
  ): Promise<typeof MemberResult> {
    return reinstateMember(context, input);
  }

  @Mutation(() => MemberResult, {
    nullable: true,
    description: "Removes a member for good. They may be invited again, and then begin anew.",
  })
  removeMember(
    @Arg("input", () => RemoveMemberInput, { description: "Whom." }) input: IdInput,
    @Ctx() context: IdentityContext,
  ): Promise<typeof MemberResult> {
    return removeMember(context, input);
  }
}
