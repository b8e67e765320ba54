import "reflect-metadata";
import { Field, ObjectType, registerEnumType } from "type-graphql";
import type { SubmissionRow } from "./submission.table.js";
import type { ReviewReason, SubmissionDecision } from "./submission.values.js";

const SubmissionDecisionEnum = {
  ACCEPTED: "accepted",
  REJECTED: "rejected",
  RETAKE_REQUESTED: "retake_requested",
} as const satisfies Record<string, SubmissionDecision>;

registerEnumType(SubmissionDecisionEnum, {
  name: "SubmissionDecision",
  description: "What the studio's reviewer said.",
  valuesConfig: {
    ACCEPTED: { description: "The headshot is good." },
    REJECTED: { description: "The headshot is not taken." },
    RETAKE_REQUESTED: { description: "The contact should take another photo and submit that." },
  },
});

export const ReviewReasonEnum = {
  FACE_NOT_VISIBLE: "FACE_NOT_VISIBLE",
  BLURRED: "BLURRED",
  BAD_LIGHT: "BAD_LIGHT",
  BAD_FRAMING: "BAD_FRAMING",
  DRESS_CODE: "DRESS_CODE",
  UNSUITABLE: "UNSUITABLE",
  OTHER: "OTHER",
} as const satisfies { [Reason in ReviewReason]: Reason };

registerEnumType(ReviewReasonEnum, {
  name: "ReviewReason",
  description: "Why a headshot is not taken as it is.",
  valuesConfig: {
    FACE_NOT_VISIBLE: { description: "The face is covered, turned away or cut off." },
    BLURRED: { description: "The photo is not sharp." },
    BAD_LIGHT: { description: "The photo is too dark, too bright, or lit from one side." },
    BAD_FRAMING: { description: "The person is too near, too far, or not in the middle." },
    DRESS_CODE: { description: "The clothing does not fit what the studio asks for." },
    UNSUITABLE: { description: "The photo does not fit its purpose." },
    OTHER: { description: "Something else; the message says what." },
  },
});

/** What the reviewer said of a submission. */
@ObjectType({ simpleResolvers: true, description: "What the studio's reviewer said of a submission." })
export class SubmissionReview {
  @Field(() => SubmissionDecisionEnum, { description: "What they decided." })
  decision: SubmissionDecision;

  @Field(() => Date, { description: "When they decided." })
  decidedAt: Date;

  @Field(() => ReviewReasonEnum, { nullable: true, description: "Why, where it was not accepted." })
  reason: ReviewReason | null;

  constructor(
    readonly row: SubmissionRow,
    decided: { decision: SubmissionDecision; decidedAt: Date },
  ) {
    this.decision = decided.decision;
    this.decidedAt = decided.decidedAt;
    this.reason = row.reviewReason;
  }

  /** What was said of a submission, or null while nothing was. */
  static of(row: SubmissionRow): SubmissionReview | null {
    const { decision, decidedAt } = row;
    return decision === null || decidedAt === null ? null : new SubmissionReview(row, { decision, decidedAt });
  }
}
