import { createUnionType, Field, ObjectType } from "type-graphql";
import { StudioFull, StudioNotOpen, SubmissionLimitReached } from "../studio/studio-intake.errors.js";
import {
  ConsentMissing,
  PhotoNotReady,
  RetakeNeeded,
  ReviewedVersionMismatch,
  SubmissionClosed,
  SubmissionStateConflict,
} from "./submission.errors.js";
import { Submission } from "./submission.type.js";

/** A payload that holds the submission. */
export abstract class SubmissionPayload {
  submission: Submission;

  constructor(submission: Submission) {
    this.submission = submission;
  }
}

@ObjectType({ simpleResolvers: true, description: "The photo is submitted." })
export class SubmitPhotoPayload extends SubmissionPayload {
  @Field(() => Submission, { description: "The submission as it stands now." })
  declare submission: Submission;
}

@ObjectType({ simpleResolvers: true, description: "The shot is chosen." })
export class ChoosePhotoPayload extends SubmissionPayload {
  @Field(() => Submission, { description: "The submission as it stands now." })
  declare submission: Submission;
}

@ObjectType({ simpleResolvers: true, description: "The submission is taken back." })
export class WithdrawSubmissionPayload extends SubmissionPayload {
  @Field(() => Submission, { description: "The submission as it stands now." })
  declare submission: Submission;
}

export const SubmitPhotoResult = createUnionType({
  name: "SubmitPhotoResult",
  description: "The submission, or why the photo was not submitted.",
  types: () =>
    [
      SubmitPhotoPayload,
      PhotoNotReady,
      ReviewedVersionMismatch,
      ConsentMissing,
      SubmissionClosed,
      RetakeNeeded,
      StudioNotOpen,
      StudioFull,
      SubmissionLimitReached,
    ] as const,
});

export const ChoosePhotoResult = createUnionType({
  name: "ChoosePhotoResult",
  description: "The submission, or why the shot was not chosen.",
  types: () => [ChoosePhotoPayload, PhotoNotReady, SubmissionStateConflict] as const,
});

export const WithdrawSubmissionResult = createUnionType({
  name: "WithdrawSubmissionResult",
  description: "The submission, or why it was not taken back.",
  types: () => [WithdrawSubmissionPayload, SubmissionStateConflict] as const,
});
