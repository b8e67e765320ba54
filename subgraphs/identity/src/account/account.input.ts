import { Field, InputType, Int } from "type-graphql";
import { MAX_EMAIL_DOMAINS, MAX_INVITATION_DAYS, type Locale } from "./account.policy.js";
import { AccountLocaleEnum } from "./account.type.js";

@InputType({ description: "Policies to change. What is left out stays as it is." })
export class AccountPoliciesInput {
  @Field(() => Boolean, { nullable: true, description: "Whether platform staff may ask for access." })
  supportAccess?: boolean | null;

  @Field(() => [String], {
    nullable: true,
    description: `The email domains that members may be invited at, at most ${MAX_EMAIL_DOMAINS}; none for any.`,
  })
  memberEmailDomains?: string[] | null;

  @Field(() => Int, {
    nullable: true,
    description: `For how many days a member's invitation may be followed: 1 to ${MAX_INVITATION_DAYS}.`,
  })
  memberInvitationDays?: number | null;
}

@InputType({ description: "Settings to change. What is left out stays as it is." })
export class UpdateAccountSettingsInput {
  @Field(() => Int, { description: "The version that you read." })
  version: number;

  @Field(() => String, { nullable: true, description: "The company's name." })
  name?: string | null;

  @Field(() => AccountLocaleEnum, { nullable: true, description: "The language of the account's mails." })
  defaultLocale?: Locale | null;

  @Field(() => AccountPoliciesInput, { nullable: true, description: "Policies to change." })
  policies?: AccountPoliciesInput | null;
}
