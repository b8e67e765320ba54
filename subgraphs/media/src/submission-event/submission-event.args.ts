import { ArgsType, Field, ID, Int } from "type-graphql";
import { MAX_PAGE } from "@studio/kit/paging/connection.js";
import type { SubmissionEventTypeKey } from "@studio/identity/event/event-catalogue.js";
import { SubmissionEventTypeEnum } from "../event/event-type.enum.js";

/** Which events are wanted, from where on. */
@ArgsType()
export class SubmissionEventsArgs {
  @Field(() => String, { nullable: true, description: "The cursor behind which to begin; none for the log's head." })
  after?: string | null;

  @Field(() => [SubmissionEventTypeEnum], {
    nullable: true,
    description: "Only events of these types, at least one; of every type if left out.",
  })
  types?: SubmissionEventTypeKey[] | null;

  @Field(() => [ID], {
    nullable: true,
    description: "Only events of these studios, at least one; of every studio if left out.",
  })
  studioIds?: string[] | null;
}

/** The same, a page at a time. */
@ArgsType()
export class SubmissionEventPageArgs extends SubmissionEventsArgs {
  @Field(() => Int, { description: `How many events at most, up to ${MAX_PAGE}.` })
  first: number;
}
