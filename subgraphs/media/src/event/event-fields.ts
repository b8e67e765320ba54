import { Field, ID, Int, ObjectType } from "type-graphql";
import { globalEventIds } from "@studio/identity/event/event-catalogue.js";
import type { LoggedEvent } from "@studio/kit/events/read.js";
import { toGlobalId } from "@studio/kit/paging/global-id.js";

/** What an event tells in every feed that it is read in. */
@ObjectType({ simpleResolvers: true })
export abstract class EventFields {
  @Field(() => ID, { description: "The event's own id: the same each time, and on every road, it is delivered." })
  id: string;

  @Field(() => Int, { description: "The version of the type's payload. It grows when the payload changes." })
  version: number;

  @Field(() => Date, { description: "When it happened." })
  occurredAt: Date;

  @Field(() => ID, { nullable: true, description: "The contact it is about, also where that is no more." })
  contactId: string | null;

  @Field(() => ID, { nullable: true, description: "The studio it is about." })
  studioId: string | null;

  @Field(() => ID, { nullable: true, description: "The submission it is about, also where that is no more." })
  submissionId: string | null;

  @Field(() => ID, { nullable: true, description: "The photo it is about, also where that is no more." })
  photoId: string | null;

  constructor(
    readonly event: LoggedEvent,
    version: number,
  ) {
    const ids = globalEventIds(event.ids);
    this.id = toGlobalId("Event", event.id);
    this.version = version;
    this.occurredAt = event.occurredAt;
    this.contactId = ids["contactId"] ?? null;
    this.studioId = ids["studioId"] ?? null;
    this.submissionId = ids["submissionId"] ?? null;
    this.photoId = ids["photoId"] ?? null;
  }
}
