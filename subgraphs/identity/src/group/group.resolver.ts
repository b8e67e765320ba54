import { Arg, Args, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from "type-graphql";
import { notFound } from "@studio/kit/error/codes.js";
import type { Page } from "@studio/kit/paging/connection.js";
import { toGlobalId } from "@studio/kit/paging/global-id.js";
import { useOf } from "../access/use-of.js";
import { standardField } from "../contact-list/list-field.js";
import type { IdentityContext } from "../context.js";
import type { MemberRow } from "../member/member.repository.js";
import { Member } from "../member/member.type.js";
import { GroupsArgs } from "./group.input.js";
import { groupReference } from "./group.reference.js";
import { Group, GroupConnection } from "./group.type.js";
import { listGroups } from "./list-groups.js";
import type { GroupRow } from "./manage-group.repository.js";

const NOBODY = { contacts: 0, restricted: 0 };

@Resolver(() => Group)
export class GroupResolver {
  @Query(() => Group, { nullable: true, description: "One group. A coordinator finds their own only." })
  async group(
    @Arg("id", () => ID, { description: "The group's id." }) id: string,
    @Ctx() context: IdentityContext,
  ): Promise<GroupRow> {
    const group = await groupReference({ id }, context);
    if (!group) throw notFound("group");
    return group;
  }

  @Query(() => GroupConnection, {
    nullable: true,
    description: "The account's groups, oldest first; a coordinator's own only.",
  })
  groups(@Args(() => GroupsArgs) args: GroupsArgs, @Ctx() context: IdentityContext): Promise<Page<GroupRow>> {
    return listGroups(context, args);
  }

  @FieldResolver()
  id(@Root() group: GroupRow): string {
    return toGlobalId("Group", group.id);
  }

  @FieldResolver(() => Int, {
    description: "How many contacts are in it. Those under restriction count where the viewer may read their groups.",
  })
  async contactCount(@Root() group: GroupRow, @Ctx() context: IdentityContext): Promise<number> {
    const { contacts, restricted } = (await context.loaders.contactCountByGroup.load(group.id)) ?? NOBODY;
    const use = useOf(context, standardField("group").row, {}, "contacts by group");
    return use.kind === "use" && !use.hidesRestricted ? contacts : contacts - restricted;
  }

  @FieldResolver(() => [Member], {
    nullable: true,
    description: "The coordinators assigned to it; for owners, admins and privacy officers.",
  })
  async coordinators(@Root() group: GroupRow, @Ctx() { loaders }: IdentityContext): Promise<MemberRow[]> {
    const ids = await loaders.coordinatorIdsByGroup.load(group.id);
    const members = await Promise.all(ids.map((id) => loaders.memberById.load(id)));
    return members.filter((member) => member !== null);
  }
}
