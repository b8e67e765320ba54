import { Field, ObjectType } from "type-graphql";
import type { MemberRole } from "@studio/kit/auth/viewer.js";
import { MemberRoleEnum } from "./member.enums.js";

@ObjectType({ description: "What an invitation offers to whoever holds its link.", simpleResolvers: true })
export class InvitationOffer {
  @Field(() => String, { description: "The account that invites." })
  accountName: string;

  @Field(() => String, { description: "The email to sign in with at the Hub: the first sign-in accepts." })
  email: string;

  @Field(() => MemberRoleEnum, { description: "The role that is offered." })
  role: MemberRole;

  @Field(() => Date, { description: "Until when the offer stands." })
  expiresAt: Date;
}
