import { Directive, Field, ID, Int, ObjectType } from "type-graphql";
import { graphqlEnum } from "../graphql-enum.js";
import { Node } from "../node/node.type.js";
import type { Locale } from "./account.policy.js";
import type { AccountRegion, AccountStatus } from "./account.table.js";

const AccountStatusEnum = graphqlEnum<AccountStatus>("AccountStatus", "Where an account is in its life.", {
  active: "In use.",
  closing: "Closed by its owner; may be reopened until its deadline.",
  erased: "Gone for good.",
});

export const AccountLocaleEnum = graphqlEnum<Locale>("AccountLocale", "A language the platform speaks.", {
  en: "English.",
  de: "German.",
  fr: "French.",
  es: "Spanish.",
});

const AccountRegionEnum = graphqlEnum<AccountRegion>("AccountRegion", "Where an account's data lies.", {
  eu: "The European Union.",
  us: "The United States.",
});

@ObjectType({ description: "What an account decides for itself.", simpleResolvers: true })
export class AccountPolicies {
  @Field(() => Boolean, { description: "Whether platform staff may ask for access." })
  supportAccess: boolean;

  @Field(() => [String], { description: "The email domains that members may be invited at; none for any." })
  memberEmailDomains: string[];

  @Field(() => Int, { description: "For how many days a member's invitation may be followed." })
  memberInvitationDays: number;
}

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

  @Field(() => AccountLocaleEnum, { description: "The language of the account's mails." })
  defaultLocale: Locale;

  @Field(() => AccountRegionEnum, { description: "Where the account's data lies; fixed when it was opened." })
  region: AccountRegion;

  @Field(() => AccountPolicies, { nullable: true, description: "What is in force; for members." })
  policies: AccountPolicies | null;

  @Field(() => Int, {
    nullable: true,
    description: "Grows with each change of settings: send it back to change only what you saw; for members.",
  })
  version: number | null;

  @Field(() => Date, {
    nullable: true,
    description: "Since when the account is closing; null if it is not; for members.",
  })
  closingSince: Date | null;

  @Field(() => Date, {
    nullable: true,
    description: "Until when an owner may reopen the closing account; null if it is not closing; for members.",
  })
  reopenableUntil: Date | null;
}
