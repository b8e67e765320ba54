import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { MediaContext } from "../context.js";
import { countSubmissionsByGroup, type CountedSubmissions } from "./count-submissions.js";
import { SubmissionGroupCount, SubmissionStats } from "./submission-stats.type.js";

/** What submissions are counted by only when that is asked for. */
@Resolver(() => SubmissionStats)
export class SubmissionStatsResolver {
  @FieldResolver(() => [SubmissionGroupCount], {
    nullable: true,
    description:
      "By a group that the contact is in, the busiest first, at most 250; one in several is counted in each. For members, a coordinator's own groups alone.",
  })
  byGroup(@Root() { list }: CountedSubmissions, @Ctx() context: MediaContext): Promise<SubmissionGroupCount[]> {
    return countSubmissionsByGroup(context, list);
  }
}
