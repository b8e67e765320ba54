import { Directive, Field, ID, ObjectType } from "type-graphql";
import type { MemberRole } from "@studio/kit/auth/viewer.js";
import { connectionOf } from "@studio/kit/paging/connection.js";
import { Group } from "../group/group.type.js";
import { Node } from "../node/node.type.js";
import type { MemberStatus } from "./member-status.js";
import { MemberRoleEnum, MemberStatusEnum } from "./member.enums.js";

@ObjectType({
  description: "What an invited member was sent last. Past its deadline it must be sent again.",
  simpleResolvers: true,
})
export class MemberInvitation {
  @Field(() => Date, { description: "When it was last sent out." })
  createdAt: Date;

  @Field(() => Date, { description: "Until when it may be followed." })
  expiresAt: Date;

  @Field(() => Date, { nullable: true, description: "When the mail left; null while it waits." })
  sentAt: Date | null;
}

@Directive('@key(fields: "id")')
@ObjectType({ description: "A person working for an account.", implements: Node, simpleResolvers: true })
export class Member extends Node {
  @Field(() => ID, { description: "The member's global id." })
  override id: string;

  @Field(() => String, { description: "The name." })
  name: string;

  @Field(() => String, { description: "The email address at which they were invited." })
  email: string;

  @Field(() => MemberRoleEnum, { description: "What they do in the account." })
  role: MemberRole;

  @Field(() => MemberStatusEnum, { description: "Where they are in their life." })
  status: MemberStatus;

  @Field(() => Date, { description: "When they were first invited." })
  createdAt: Date;

  @Field(() => [Group], { description: "The groups that a coordinator is assigned to; archived ones included." })
  groups: Group[];

  @Field(() => MemberInvitation, {
    nullable: true,
    description: "What an invited member was sent; null for every other.",
  })
  invitation: MemberInvitation | null;
}

export const { Connection: MemberConnection } = connectionOf("Member", () => Member);
export type MemberConnection = InstanceType<typeof MemberConnection>;
