import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from "type-graphql";
import { signedInMember } from "@studio/kit/auth/signed-in.js";
import { UserError } from "@studio/kit/error/user-error.js";
import type { MediaContext } from "../context.js";
import { acceptSubmission } from "./accept-submission.js";
import { acceptSubmissions } from "./accept-submissions.js";
import { rejectSubmission } from "./reject-submission.js";
import { requestRetake } from "./request-retake.js";
import { openReviewMessage } from "./review-message.js";
import {
  AcceptSubmissionInput,
  AcceptSubmissionsInput,
  RejectSubmissionInput,
  RequestRetakeInput,
} from "./submission-review.input.js";
import {
  AcceptSubmissionPayload,
  AcceptSubmissionResult,
  AcceptSubmissionsPayload,
  RejectSubmissionPayload,
  RejectSubmissionResult,
  RequestRetakePayload,
  RequestRetakeResult,
} from "./submission-review.result.js";
import { SubmissionReview } from "./submission-review.type.js";
import { Submission } from "./submission.type.js";

/** The studio's review of submissions. */
@Resolver(() => SubmissionReview)
export class SubmissionReviewResolver {
  @Mutation(() => AcceptSubmissionResult, { description: "Accepts a submission as the reviewer saw it." })
  async acceptSubmission(
    @Arg("input", () => AcceptSubmissionInput, { description: "Which one." }) input: AcceptSubmissionInput,
    @Ctx() context: MediaContext,
  ): Promise<typeof AcceptSubmissionResult> {
    const decided = await acceptSubmission(context, signedInMember(context), input);
    return decided instanceof UserError ? decided : new AcceptSubmissionPayload(new Submission(decided));
  }

  @Mutation(() => AcceptSubmissionsPayload, {
    description: "Accepts up to a hundred submissions, each as the reviewer saw it, and tells what became of each.",
  })
  async acceptSubmissions(
    @Arg("input", () => AcceptSubmissionsInput, { description: "Which ones." }) input: AcceptSubmissionsInput,
    @Ctx() context: MediaContext,
  ): Promise<AcceptSubmissionsPayload> {
    const rows = await acceptSubmissions(context, signedInMember(context), input.submissions);
    return { results: rows.map((row) => ({ ...row, submission: row.submission && new Submission(row.submission) })) };
  }

  @Mutation(() => RejectSubmissionResult, { description: "Rejects a submission for a reason that its contact sees." })
  async rejectSubmission(
    @Arg("input", () => RejectSubmissionInput, { description: "Which one, and why." }) input: RejectSubmissionInput,
    @Ctx() context: MediaContext,
  ): Promise<typeof RejectSubmissionResult> {
    const decided = await rejectSubmission(context, signedInMember(context), input);
    return decided instanceof UserError ? decided : new RejectSubmissionPayload(new Submission(decided));
  }

  @Mutation(() => RequestRetakeResult, { description: "Gives a submission back to its contact for another photo." })
  async requestRetake(
    @Arg("input", () => RequestRetakeInput, { description: "Which one, and why." }) input: RequestRetakeInput,
    @Ctx() context: MediaContext,
  ): Promise<typeof RequestRetakeResult> {
    const decided = await requestRetake(context, signedInMember(context), input);
    return decided instanceof UserError ? decided : new RequestRetakePayload(new Submission(decided));
  }

  @FieldResolver(() => String, { nullable: true, description: "The reviewer's words to the contact, if any." })
  message(@Root() { row }: SubmissionReview, @Ctx() context: MediaContext): Promise<string | null> {
    return openReviewMessage(context, row);
  }
}
