import { Args, Ctx, FieldResolver, Query, Resolver, Root, Subscription } from "type-graphql";
import { Contact } from "../contact/contact.stub.js";
import type { MediaContext } from "../context.js";
import { runAtGateway } from "../event/run-at-gateway.js";
import { Studio } from "../studio/studio.stub.js";
import { loadSubmission } from "../submission/submission.reference.js";
import { Submission } from "../submission/submission.type.js";
import { submissionEventPage } from "./submission-event-page.js";
import { SubmissionEventPageArgs, SubmissionEventsArgs } from "./submission-event.args.js";
import { SubmissionEvent, SubmissionEventPage } from "./submission-event.type.js";

/** What happens to submissions, for integrations. */
@Resolver(() => SubmissionEvent)
export class SubmissionEventResolver {
  @Query(() => SubmissionEventPage, {
    description: "The event log behind a cursor, a page at a time: the pull feed of `submissionEvents`.",
  })
  submissionEventPage(
    @Args(() => SubmissionEventPageArgs) args: SubmissionEventPageArgs,
    @Ctx() context: MediaContext,
  ): Promise<SubmissionEventPage> {
    return submissionEventPage(context, args);
  }

  @Subscription(() => SubmissionEvent, {
    subscribe: runAtGateway,
    nullable: true,
    description:
      "Every event as it happens. Each message carries its cursor in `extensions.cursor`: `after` resumes behind it and misses nothing. Without `after` the first message is a checkpoint: null, and the cursor of the log's head.",
  })
  submissionEvents(@Args(() => SubmissionEventsArgs) _args: SubmissionEventsArgs): SubmissionEvent {
    return runAtGateway();
  }

  @FieldResolver(() => Submission, { nullable: true, description: "The submission, as it stands now." })
  async submission(@Root() { event }: SubmissionEvent, @Ctx() context: MediaContext): Promise<Submission | null> {
    const id = event.ids["submissionId"];
    return id ? loadSubmission(id, context) : null;
  }

  @FieldResolver(() => Contact, { nullable: true, description: "Whose submission it is." })
  contact(@Root() { event }: SubmissionEvent): Contact | null {
    const id = event.ids["contactId"];
    return id ? new Contact(id) : null;
  }

  @FieldResolver(() => Studio, { nullable: true, description: "The studio that collects it." })
  studio(@Root() { event }: SubmissionEvent): Studio | null {
    const id = event.ids["studioId"];
    return id ? new Studio(id) : null;
  }
}
