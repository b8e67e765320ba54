import { Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import { toGlobalId } from "@studio/kit/paging/global-id.js";
import type { IdentityContext } from "../context.js";
import type { AccountRow } from "./account.repository.js";
import { Account } from "./account.type.js";

@Resolver(() => Account)
export class AccountResolver {
  @Query(() => Account, { nullable: true, description: "The account that the viewer belongs to." })
  account(@Ctx() context: IdentityContext): Promise<AccountRow | null> {
    return context.loaders.account();
  }

  @FieldResolver()
  id(@Root() account: AccountRow): string {
    return toGlobalId("Account", account.accountId);
  }
}
