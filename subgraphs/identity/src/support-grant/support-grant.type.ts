import { Directive, Field, ID, ObjectType } from "type-graphql";
import { connectionOf } from "@studio/kit/paging/connection.js";
import { graphqlEnum } from "../graphql-enum.js";
import { Member } from "../member/member.type.js";
import { Node } from "../node/node.type.js";
import type { SupportGrantState, SupportScope } from "./support-grant.policy.js";

export const SupportScopeEnum = graphqlEnum<SupportScope>("SupportScope", "What staff may be let to see.", {
  "contacts:read": "Contacts, as far as the access matrix shows them to staff; always included.",
  "photos:read": "Photos, too.",
});

export const SupportGrantStateEnum = graphqlEnum<SupportGrantState>(
  "SupportGrantState",
  "Where a staff person's leave to look is in its life.",
  {
    requested: "Asked for; no owner has answered yet.",
    granted: "Open: the staff person may look.",
    denied: "An owner said no.",
    revoked: "An owner ended it early.",
    expired: "It ran out, or nobody answered for a week.",
  },
);

@Directive('@key(fields: "id")')
@ObjectType({
  description: "One staff person's leave to look into the account, or their request for it.",
  implements: Node,
  simpleResolvers: true,
})
export class SupportGrant extends Node {
  @Field(() => ID, { description: "The grant's global id." })
  override id: string;

  @Field(() => SupportGrantStateEnum, { description: "Where it is in its life, at this moment." })
  state: SupportGrantState;

  @Field(() => String, { description: "The staff person: their subject at the Hub." })
  staffId: string;

  @Field(() => [SupportScopeEnum], { description: "What they asked to see." })
  scopes: SupportScope[];

  @Field(() => String, { description: "Why they asked." })
  reason: string;

  @Field(() => Date, { description: "When they asked." })
  createdAt: Date;

  @Field(() => Date, { nullable: true, description: "When an owner granted it." })
  grantedAt: Date | null;

  @Field(() => Date, { nullable: true, description: "When an owner denied it." })
  deniedAt: Date | null;

  @Field(() => Date, { nullable: true, description: "Until when they may look; null unless it was granted." })
  expiresAt: Date | null;

  @Field(() => Date, { nullable: true, description: "When an owner ended it early." })
  revokedAt: Date | null;

  @Field(() => Member, { nullable: true, description: "The owner who granted it; for those who see members." })
  grantedBy: Member | null;
}

export const { Connection: SupportGrantConnection } = connectionOf("SupportGrant", () => SupportGrant);
export type SupportGrantConnection = InstanceType<typeof SupportGrantConnection>;
