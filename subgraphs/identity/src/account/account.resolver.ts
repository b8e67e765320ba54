import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from "type-graphql";
import { toGlobalId } from "@studio/kit/paging/global-id.js";
import type { IdentityContext } from "../context.js";
import { UpdateAccountSettingsInput } from "./account.input.js";
import { policiesInForce, type Policies } from "./account.policy.js";
import type { AccountRow } from "./account.repository.js";
import { UpdateAccountSettingsResult } from "./account.result.js";
import { Account } from "./account.type.js";
import { updateAccountSettings } from "./update-account-settings.js";

@Resolver(() => Account)
export class AccountResolver {
  @Query(() => Account, { nullable: true, description: "The account that the viewer belongs to." })
  account(@Ctx() context: IdentityContext): Promise<AccountRow | null> {
    return context.loaders.account();
  }

  @Mutation(() => UpdateAccountSettingsResult, { nullable: true, description: "Changes the account's settings." })
  updateAccountSettings(
    @Arg("input", () => UpdateAccountSettingsInput, { description: "What to change." })
    input: UpdateAccountSettingsInput,
    @Ctx() context: IdentityContext,
  ): Promise<typeof UpdateAccountSettingsResult> {
    return updateAccountSettings(context, input);
  }

  @FieldResolver()
  policies(@Root() account: AccountRow): Policies {
    return policiesInForce(account.policies);
  }

  @FieldResolver()
  id(@Root() account: AccountRow): string {
    return toGlobalId("Account", account.accountId);
  }
}
