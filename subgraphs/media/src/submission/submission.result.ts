import { createUnionType, Field, ObjectType } from "type-graphql";
import { ConsentMissing, PhotoNotReady, ReviewedVersionMismatch, SubmissionClosed } from "./submission.errors.js";
import { Submission } from "./submission.type.js";

@ObjectType({ simpleResolvers: true, description: "The photo is submitted." })
export class SubmitPhotoPayload {
  @Field(() => Submission, { description: "The submission as it stands now." })
  submission: Submission;

  constructor(submission: Submission) {
    this.submission = submission;
  }
}

export const SubmitPhotoResult = createUnionType({
  name: "SubmitPhotoResult",
  description: "The submission, or why the photo was not submitted.",
  types: () => [SubmitPhotoPayload, PhotoNotReady, ReviewedVersionMismatch, ConsentMissing, SubmissionClosed] as const,
});
