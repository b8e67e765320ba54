import { Field, ObjectType } from "type-graphql";
import {
  eventTypeKey,
  SUBMISSION_EVENT_KINDS,
  type SubmissionEventTypeKey,
} from "@studio/identity/event/event-catalogue.js";
import type { LoggedEvent } from "@studio/kit/events/read.js";
import { EventFields } from "../event/event-fields.js";
import { SubmissionEventTypeEnum } from "../event/event-type.enum.js";

/** One event of the account's log, as an integration reads it. */
@ObjectType({ simpleResolvers: true, description: "Something that happened to a submission or its photo." })
export class SubmissionEvent extends EventFields {
  @Field(() => SubmissionEventTypeEnum, { description: "What happened." })
  type: SubmissionEventTypeKey;

  constructor(event: LoggedEvent) {
    const type = eventTypeKey(event.type) as SubmissionEventTypeKey;
    super(event, SUBMISSION_EVENT_KINDS[type].version);
    this.type = type;
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
