import { Field, ID, ObjectType } from "type-graphql";
import type { LoggedEvent } from "@studio/kit/events/read.js";
import { toGlobalId } from "@studio/kit/paging/global-id.js";
import { eventTypeKey, type SubmissionEventTypeKey } from "@studio/identity/event/event-catalogue.js";
import { SubmissionEventTypeEnum } from "../event/event-type.enum.js";

/** One event of the account's log, as an integration reads it. */
@ObjectType({ simpleResolvers: true, description: "Something that happened to a submission or its photo." })
export class SubmissionEvent {
  @Field(() => ID, { description: "The event's own id: the same each time the event is delivered." })
  id: string;

  @Field(() => SubmissionEventTypeEnum, { description: "What happened." })
  type: SubmissionEventTypeKey;

  @Field(() => Date, { description: "When it happened." })
  occurredAt: Date;

  constructor(readonly event: LoggedEvent) {
    this.id = toGlobalId("SubmissionEvent", event.id);
    this.type = eventTypeKey(event.type) as SubmissionEventTypeKey;
    this.occurredAt = event.occurredAt;
  }
}

@ObjectType({ simpleResolvers: true, description: "An event and its place in the log." })
export class SubmissionEventEdge {
  @Field(() => String, { description: "Pass it as `after` to go on behind this event." })
  cursor: string;

  @Field(() => SubmissionEvent, { description: "The event." })
  node: SubmissionEvent;
}

@ObjectType({ simpleResolvers: true, description: "A stretch of the account's event log." })
export class SubmissionEventPage {
  @Field(() => [SubmissionEventEdge], {
    description: "The events that pass the filter and that the viewer may know of.",
  })
  edges: SubmissionEventEdge[];

  @Field(() => String, { description: "How far the log was read, filtered events included: pass it as `after`." })
  endCursor: string;

  @Field(() => Boolean, { description: "Whether more of the log can be read at once." })
  hasMore: boolean;
}
