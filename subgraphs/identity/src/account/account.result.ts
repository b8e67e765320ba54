import { Field, ObjectType, createUnionType } from "type-graphql";
import { AccountClosing, InvalidSetting, SettingsOutdated } from "./account.errors.js";
import { Account } from "./account.type.js";

@ObjectType({ description: "The settings are in force.", simpleResolvers: true })
export class UpdateAccountSettingsPayload {
  @Field(() => Account, { description: "The account as it is now." })
  account: Account;
}

export const UpdateAccountSettingsResult = createUnionType({
  name: "UpdateAccountSettingsResult",
  description: "What came of changing settings.",
  types: () => [UpdateAccountSettingsPayload, InvalidSetting, SettingsOutdated, AccountClosing] as const,
});
