import { Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { ForwardPageArgs, type Page } from "@studio/kit/paging/connection.js";
import type { MediaContext } from "../context.js";
import { pageOfContact } from "../submission/submission-page.js";
import { Submission, SubmissionConnection } from "../submission/submission.type.js";
import { Contact } from "./contact.stub.js";

/** What media adds to `Contact`. */
@Resolver(() => Contact)
export class ContactResolver {
  @FieldResolver(() => Submission, { nullable: true, description: "The contact's newest submission." })
  async latestSubmission(@Root() { contactId }: Contact, @Ctx() { loaders }: MediaContext): Promise<Submission | null> {
    const row = await loaders.latestSubmissionByContact.load(contactId);
    return row && new Submission(row);
  }

  @FieldResolver(() => SubmissionConnection, {
    nullable: true,
    description: "The contact's submissions, the newest first.",
  })
  submissions(
    @Root() { contactId }: Contact,
    @Args(() => ForwardPageArgs) args: ForwardPageArgs,
    @Ctx() context: MediaContext,
  ): Promise<Page<Submission>> {
    return pageOfContact(context, contactId, args);
  }
}
