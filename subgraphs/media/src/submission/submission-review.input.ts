import { Field, ID, InputType, Int } from "type-graphql";
import { ReviewReasonEnum } from "./submission-review.type.js";
import { MAX_ACCEPTED_AT_ONCE } from "./submission-review.policy.js";
import type { ReviewReason } from "./submission.values.js";

@InputType({ description: "A submission as the reviewer saw it." })
export class SeenSubmissionInput {
  @Field(() => ID, { description: "The submission." })
  id: string;

  @Field(() => Int, { description: "The `version` that was looked at: a decision counts for that one only." })
  version: number;
}

@InputType({ description: "A submission to accept." })
export class AcceptSubmissionInput extends SeenSubmissionInput {
  @Field(() => String, { nullable: true, description: "Words to the contact: up to 1,000 characters." })
  message?: string | null;
}

@InputType({ description: "A submission to reject." })
export class RejectSubmissionInput extends AcceptSubmissionInput {
  @Field(() => ReviewReasonEnum, { description: "Why. The contact sees it." })
  reason: ReviewReason;
}

@InputType({ description: "A submission instead of which the contact should take another photo." })
export class RequestRetakeInput extends RejectSubmissionInput {}

@InputType({ description: "Submissions to accept." })
export class AcceptSubmissionsInput {
  @Field(() => [SeenSubmissionInput], { description: `The submissions, 1 to ${MAX_ACCEPTED_AT_ONCE}.` })
  submissions: SeenSubmissionInput[];
}
