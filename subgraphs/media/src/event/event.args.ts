import { ArgsType, Field, Int } from "type-graphql";
import { MAX_PAGE } from "@studio/kit/paging/connection.js";
import type { EventTypeKey } from "@studio/identity/event/event-catalogue.js";
import { EventTypeEnum } from "./event-type.enum.js";

/** Which events are wanted, from where on. */
@ArgsType()
export class EventsArgs {
  @Field(() => String, { nullable: true, description: "The cursor behind which to begin; none for the log's head." })
  after?: string | null;

  @Field(() => [EventTypeEnum], {
    nullable: true,
    description: "Only events of these types, at least one; of every type if left out.",
  })
  types?: EventTypeKey[] | null;
}

/** The same, a page at a time. */
@ArgsType()
export class EventPageArgs extends EventsArgs {
  @Field(() => Int, { description: `How many events at most, up to ${MAX_PAGE}.` })
  first: number;

  @Field(() => Date, {
    nullable: true,
    description: "Instead of `after`: the instant from which on events are wanted, as far back as they are kept.",
  })
  since?: Date | null;
}
