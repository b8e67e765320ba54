import { Field, ID, Int, ObjectType } from "type-graphql";
import type { LoggedEvent } from "@studio/kit/events/read.js";
import { toGlobalId } from "@studio/kit/paging/global-id.js";
import {
  eventTypeKey,
  globalEventIds,
  SUBMISSION_EVENT_KINDS,
  type SubmissionEventTypeKey,
} from "@studio/identity/event/event-catalogue.js";
import { SubmissionEventTypeEnum } from "../event/event-type.enum.js";

/** One event of the account's log, as an integration reads it. */
@ObjectType({ simpleResolvers: true, description: "Something that happened to a submission or its photo." })
export class SubmissionEvent {
  @Field(() => ID, { description: "The event's own id: the same each time, and on every road, it is delivered." })
  id: string;

  @Field(() => SubmissionEventTypeEnum, { description: "What happened." })
  type: SubmissionEventTypeKey;

  @Field(() => Int, { description: "The version of the type's payload. It grows when the payload changes." })
  version: number;

  @Field(() => Date, { description: "When it happened." })
  occurredAt: Date;

  @Field(() => ID, { nullable: true, description: "The submission it is about, also where that is no more." })
  submissionId: string | null;

  @Field(() => ID, { nullable: true, description: "Whose submission it is, also where that contact is no more." })
  contactId: string | null;

  @Field(() => ID, { nullable: true, description: "The studio that collects it." })
  studioId: string | null;

  @Field(() => ID, { nullable: true, description: "The photo it is about, also where that is no more." })
  photoId: string | null;

  constructor(readonly event: LoggedEvent) {
    const ids = globalEventIds(event.ids);
    this.id = toGlobalId("Event", event.id);
    this.type = eventTypeKey(event.type) as SubmissionEventTypeKey;
    this.version = SUBMISSION_EVENT_KINDS[this.type].version;
    this.occurredAt = event.occurredAt;
    this.submissionId = ids["submissionId"] ?? null;
    this.contactId = ids["contactId"] ?? null;
    this.studioId = ids["studioId"] ?? null;
    this.photoId = ids["photoId"] ?? null;
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
