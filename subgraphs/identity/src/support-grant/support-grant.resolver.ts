import { Args, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import { ForwardPageArgs, type Page } from "@studio/kit/paging/connection.js";
import { toGlobalId } from "@studio/kit/paging/global-id.js";
import type { IdentityContext } from "../context.js";
import { pageByCreation } from "../created-order.js";
import type { MemberRow } from "../member/member.repository.js";
import { grantState, type SupportGrantState } from "./support-grant.policy.js";
import { pageGrants, type SupportGrantRow } from "./support-grant.repository.js";
import { SupportGrant, SupportGrantConnection } from "./support-grant.type.js";

@Resolver(() => SupportGrant)
export class SupportGrantResolver {
  @Query(() => SupportGrantConnection, {
    nullable: true,
    description: "Which staff asked to look into the account, and what came of it; oldest first.",
  })
  supportGrants(
    @Args(() => ForwardPageArgs) args: ForwardPageArgs,
    @Ctx() context: IdentityContext,
  ): Promise<Page<SupportGrantRow>> {
    return pageByCreation(context, "support-grants", args, (accountId, page) =>
      context.services.db.inAccount(accountId, (tx) => pageGrants(tx, accountId, page)),
    );
  }

  @FieldResolver()
  id(@Root() grant: SupportGrantRow): string {
    return toGlobalId("SupportGrant", grant.id);
  }

  @FieldResolver()
  state(@Root() grant: SupportGrantRow, @Ctx() { services }: IdentityContext): SupportGrantState {
    return grantState(grant, services.clock.now());
  }

  @FieldResolver()
  async grantedBy(@Root() grant: SupportGrantRow, @Ctx() { loaders }: IdentityContext): Promise<MemberRow | null> {
    return grant.grantedBy === null ? null : loaders.memberById.load(grant.grantedBy);
  }
}
