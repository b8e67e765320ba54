import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import { notFound } from "@studio/kit/error/codes.js";
import type { Page } from "@studio/kit/paging/connection.js";
import { toGlobalId } from "@studio/kit/paging/global-id.js";
import type { IdentityContext } from "../context.js";
import type { GroupRow } from "../group/manage-group.repository.js";
import { InvitationOffer } from "./invitation-offer.type.js";
import { listMembers } from "./list-members.js";
import type { MemberInvitationRow } from "./member-invitation.repository.js";
import { MembersArgs } from "./member.input.js";
import { memberReference } from "./member.reference.js";
import type { MemberRow } from "./member.repository.js";
import { Member, MemberConnection } from "./member.type.js";
import { readOffer } from "./read-offer.js";

@Resolver(() => Member)
export class MemberResolver {
  @Query(() => MemberConnection, { nullable: true, description: "The account's members, oldest first." })
  members(@Args(() => MembersArgs) args: MembersArgs, @Ctx() context: IdentityContext): Promise<Page<MemberRow>> {
    return listMembers(context, args);
  }

  @Query(() => Member, { nullable: true, description: "One member of the account." })
  async member(
    @Arg("id", () => ID, { description: "The member's id." }) id: string,
    @Ctx() context: IdentityContext,
  ): Promise<MemberRow> {
    const member = await memberReference({ id }, context);
    if (!member) throw notFound("member");
    return member;
  }

  @Query(() => InvitationOffer, {
    nullable: true,
    description: "What an invitation's link offers, to whoever holds it; null once it is no longer good.",
  })
  memberInvitation(
    @Arg("token", () => String, { description: "The last part of the link." }) token: string,
    @Ctx() { services }: IdentityContext,
  ): Promise<InvitationOffer | null> {
    return readOffer(services, token);
  }

  @FieldResolver()
  id(@Root() member: MemberRow): string {
    return toGlobalId("Member", member.id);
  }

  @FieldResolver()
  async groups(@Root() member: MemberRow, @Ctx() { loaders }: IdentityContext): Promise<GroupRow[]> {
    const ids = await loaders.groupIdsByMember.load(member.id);
    const groups = await Promise.all(ids.map((id) => loaders.groupById.load(id)));
    return groups.filter((group) => group !== null);
  }

  @FieldResolver()
  invitation(@Root() member: MemberRow, @Ctx() { loaders }: IdentityContext): Promise<MemberInvitationRow | null> {
    return loaders.invitationByMember.load(member.id);
  }
}
