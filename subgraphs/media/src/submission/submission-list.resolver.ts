import { Args, Ctx, FieldResolver, Int, Query, Resolver, Root } from "type-graphql";
import type { MediaContext } from "../context.js";
import { countSubmissionStats } from "./count-submissions.js";
import { SubmissionListArgs, SubmissionStatsArgs } from "./submission-list.args.js";
import { countSubmissions, estimateSubmissions } from "./submission-list.repository.js";
import { pageOfSubmissions, type SubmissionPage } from "./submission-list.js";
import { SubmissionStats } from "./submission-stats.type.js";
import { SubmissionConnection } from "./submission.type.js";

/** The account's submissions as a list: paged, counted. */
@Resolver(() => SubmissionConnection)
export class SubmissionListResolver {
  @Query(() => SubmissionConnection, {
    nullable: true,
    description: "The submissions within the viewer's reach, the newest first unless ordered.",
  })
  submissions(
    @Args(() => SubmissionListArgs) args: SubmissionListArgs,
    @Ctx() context: MediaContext,
  ): Promise<SubmissionPage> {
    return pageOfSubmissions(context, args);
  }

  @Query(() => SubmissionStats, {
    nullable: true,
    description: "How many submissions within the viewer's reach are where in their life, and in which studio.",
  })
  submissionStats(
    @Args(() => SubmissionStatsArgs) args: SubmissionStatsArgs,
    @Ctx() context: MediaContext,
  ): Promise<SubmissionStats> {
    return countSubmissionStats(context, args);
  }

  @FieldResolver(() => Int, { description: "How many submissions the whole list holds. Costs a count." })
  totalCount(@Root() { list }: SubmissionPage, @Ctx() { services }: MediaContext): Promise<number> {
    if (list === null) return Promise.resolve(0);
    return services.db.inAccount(list.accountId, (tx) => countSubmissions(tx, list));
  }

  @FieldResolver(() => Int, {
    description: "About how many submissions the whole list holds: exact up to 10,000, beyond that an estimate. Cheap.",
  })
  estimatedCount(@Root() { list }: SubmissionPage, @Ctx() { services }: MediaContext): Promise<number> {
    if (list === null) return Promise.resolve(0);
    return services.db.inAccount(list.accountId, (tx) => estimateSubmissions(tx, list));
  }
}
