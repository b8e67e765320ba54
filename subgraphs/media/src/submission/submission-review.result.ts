import { createUnionType, Field, ID, ObjectType } from "type-graphql";
import {
  InvalidReviewMessage,
  ProcessingRestricted,
  SubmissionNotFound,
  SubmissionStateConflict,
  SubmissionVersionConflict,
} from "./submission.errors.js";
import { SubmissionPayload } from "./submission.result.js";
import { Submission } from "./submission.type.js";

@ObjectType({ simpleResolvers: true, description: "The submission is accepted." })
export class AcceptSubmissionPayload extends SubmissionPayload {
  @Field(() => Submission, { description: "The submission as it stands now." })
  declare submission: Submission;
}

@ObjectType({ simpleResolvers: true, description: "The submission is rejected." })
export class RejectSubmissionPayload extends SubmissionPayload {
  @Field(() => Submission, { description: "The submission as it stands now." })
  declare submission: Submission;
}

@ObjectType({ simpleResolvers: true, description: "The submission is back with its contact." })
export class RequestRetakePayload extends SubmissionPayload {
  @Field(() => Submission, { description: "The submission as it stands now." })
  declare submission: Submission;
}

const REFUSALS = [
  SubmissionVersionConflict,
  SubmissionStateConflict,
  ProcessingRestricted,
  InvalidReviewMessage,
] as const;

export const AcceptSubmissionResult = createUnionType({
  name: "AcceptSubmissionResult",
  description: "The submission, or why it was not accepted.",
  types: () => [AcceptSubmissionPayload, ...REFUSALS] as const,
});

export const RejectSubmissionResult = createUnionType({
  name: "RejectSubmissionResult",
  description: "The submission, or why it was not rejected.",
  types: () => [RejectSubmissionPayload, ...REFUSALS] as const,
});

export const RequestRetakeResult = createUnionType({
  name: "RequestRetakeResult",
  description: "The submission, or why no retake was asked for.",
  types: () => [RequestRetakePayload, ...REFUSALS] as const,
});

export const AcceptSubmissionsError = createUnionType({
  name: "AcceptSubmissionsError",
  description: "Why one submission of a list was not accepted.",
  types: () => [SubmissionNotFound, SubmissionVersionConflict, SubmissionStateConflict, ProcessingRestricted] as const,
});

@ObjectType({ simpleResolvers: true, description: "What became of one submission of a list." })
export class AcceptSubmissionsRow {
  @Field(() => ID, { description: "The submission's id, as it was given." })
  id: string;

  @Field(() => Submission, { nullable: true, description: "The submission as it stands now, if there is one." })
  submission: Submission | null;

  @Field(() => AcceptSubmissionsError, { nullable: true, description: "Why it was not accepted; null where it was." })
  error: typeof AcceptSubmissionsError | null;
}

@ObjectType({ simpleResolvers: true, description: "What became of each submission." })
export class AcceptSubmissionsPayload {
  @Field(() => [AcceptSubmissionsRow], { description: "One row for each submission, in the order given." })
  results: AcceptSubmissionsRow[];
}
