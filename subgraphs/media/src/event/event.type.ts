import { Field, ID, ObjectType } from "type-graphql";
import {
  EVENT_KINDS,
  eventTypeKey,
  globalEventIds,
  type EventTypeKey,
} from "@studio/identity/event/event-catalogue.js";
import type { LoggedEvent } from "@studio/kit/events/read.js";
import { EventFields } from "./event-fields.js";
import { EventTypeEnum } from "./event-type.enum.js";

/** One event of the account's log, whatever it is about. */
@ObjectType({
  simpleResolvers: true,
  description: "Something that happened in the account. It carries ids only: what they stand for is read under access.",
})
export class Event extends EventFields {
  @Field(() => EventTypeEnum, { description: "What happened." })
  type: EventTypeKey;

  @Field(() => ID, { nullable: true, description: "The invitation it is about." })
  invitationId: string | null;

  @Field(() => ID, { nullable: true, description: "The webhook endpoint it is about." })
  webhookEndpointId: string | null;

  @Field(() => ID, { nullable: true, description: "Of a merge: the contact that was the duplicate." })
  duplicateId: string | null;

  @Field(() => ID, { nullable: true, description: "The export it is about." })
  exportId: string | null;

  constructor(event: LoggedEvent) {
    const type = eventTypeKey(event.type)!;
    super(event, EVENT_KINDS[type].version);
    const ids = globalEventIds(event.ids);
    this.type = type;
    this.invitationId = ids["invitationId"] ?? null;
    this.webhookEndpointId = ids["webhookEndpointId"] ?? null;
    this.duplicateId = ids["duplicateId"] ?? null;
    this.exportId = ids["exportId"] ?? null;
  }
}

@ObjectType({ simpleResolvers: true, description: "An event and its place in the log." })
export class EventEdge {
  @Field(() => String, { description: "Pass it as `after` to go on behind this event." })
  cursor: string;

  @Field(() => Event, { description: "The event." })
  node: Event;
}

@ObjectType({ simpleResolvers: true, description: "A stretch of the account's event log." })
export class EventPage {
  @Field(() => [EventEdge], { description: "The events that pass the filter and that the viewer may know of." })
  edges: EventEdge[];

  @Field(() => String, { description: "How far the log was read, filtered events included: pass it as `after`." })
  endCursor: string;

  @Field(() => Boolean, { description: "Whether more of the log can be read at once." })
  hasMore: boolean;
}
