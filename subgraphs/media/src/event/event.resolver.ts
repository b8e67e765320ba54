import { Args, Ctx, FieldResolver, Query, Resolver, Root, Subscription } from "type-graphql";
import { Contact } from "../contact/contact.stub.js";
import type { MediaContext } from "../context.js";
import { Studio } from "../studio/studio.stub.js";
import { loadSubmission } from "../submission/submission.reference.js";
import { Submission } from "../submission/submission.type.js";
import { eventPage } from "./event-page.js";
import { EventPageArgs, EventsArgs } from "./event.args.js";
import { Event, EventPage } from "./event.type.js";
import { runAtGateway } from "./run-at-gateway.js";

/** Everything that happens in the account, for integrations. */
@Resolver(() => Event)
export class EventResolver {
  @Query(() => EventPage, {
    description: "The account's event log behind a cursor, a page at a time: the pull feed of `events`.",
  })
  eventPage(@Args(() => EventPageArgs) args: EventPageArgs, @Ctx() context: MediaContext): Promise<EventPage> {
    return eventPage(context, args);
  }

  @Subscription(() => Event, {
    subscribe: runAtGateway,
    nullable: true,
    description:
      "Everything that happens in the account, as it happens. Each message carries its cursor in `extensions.cursor`: `after` resumes behind it and misses nothing, also where it came from `submissionEvents`. Without `after` the first message is a checkpoint: null, and the cursor of the log's head.",
  })
  events(@Args(() => EventsArgs) _args: EventsArgs): Event {
    return runAtGateway();
  }

  @FieldResolver(() => Contact, { nullable: true, description: "The contact it is about, as they are now." })
  contact(@Root() { event }: Event): Contact | null {
    const id = event.ids["contactId"];
    return id ? new Contact(id) : null;
  }

  @FieldResolver(() => Studio, { nullable: true, description: "The studio it is about, as it is now." })
  studio(@Root() { event }: Event): Studio | null {
    const id = event.ids["studioId"];
    return id ? new Studio(id) : null;
  }

  @FieldResolver(() => Submission, { nullable: true, description: "The submission it is about, as it stands now." })
  async submission(@Root() { event }: Event, @Ctx() context: MediaContext): Promise<Submission | null> {
    const id = event.ids["submissionId"];
    return id ? loadSubmission(id, context) : null;
  }
}
