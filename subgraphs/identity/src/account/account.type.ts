import { Directive, Field, ID, ObjectType } from "type-graphql";
import { graphqlEnum } from "../graphql-enum.js";
import { Node } from "../node/node.type.js";
import type { AccountStatus } from "./account.table.js";

const AccountStatusEnum = graphqlEnum<AccountStatus>("AccountStatus", "Where an account is in its life.", {
  active: "In use.",
  closing: "Closed by its owner; may be reopened until its deadline.",
  erased: "Gone for good.",
});

@Directive('@key(fields: "id")')
@ObjectType({
  description: "A client of the platform: a company that collects its people's headshots.",
  implements: Node,
  simpleResolvers: true,
})
export class Account extends Node {
  @Field(() => ID, { description: "The account's global id." })
  override id: string;

  @Field(() => String, { description: "The company's name." })
  name: string;

  @Field(() => AccountStatusEnum, { description: "Where the account is in its life." })
  status: AccountStatus;

  @Field(() => Date, { description: "When the account was opened." })
  createdAt: Date;
}
