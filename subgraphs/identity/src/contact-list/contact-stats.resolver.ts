import { Args, Ctx, Query, Resolver } from "type-graphql";
import type { IdentityContext } from "../context.js";
import { countContactStats } from "./count-contact-stats.js";
import { ContactStatsArgs } from "./contact-stats.input.js";
import { ContactStats } from "./contact-stats.type.js";

@Resolver(() => ContactStats)
export class ContactStatsResolver {
  @Query(() => ContactStats, {
    nullable: true,
    description: "How many of the account's contacts have which value, by fields that the viewer may read.",
  })
  contactStats(
    @Args(() => ContactStatsArgs) args: ContactStatsArgs,
    @Ctx() context: IdentityContext,
  ): Promise<ContactStats> {
    return countContactStats(context, args);
  }
}
