import "reflect-metadata";
import { Directive, Field, Int, ObjectType, registerEnumType } from "type-graphql";
import { connectionOf } from "@studio/kit/paging/connection.js";
import { toGlobalId } from "@studio/kit/paging/global-id.js";
import { Node } from "../node.type.js";
import type { SubmissionRow } from "./submission.table.js";
import type { SubmissionStatus } from "./submission.values.js";

export const SubmissionStatusEnum = {
  DRAFT: "draft",
  IN_REVIEW: "in_review",
  SUBMITTED: "submitted",
  AWAITING_ADMIN: "awaiting_admin",
  ACCEPTED: "accepted",
  REJECTED: "rejected",
  WITHDRAWN: "withdrawn",
  PURGED: "purged",
} as const satisfies Record<string, SubmissionStatus>;

registerEnumType(SubmissionStatusEnum, {
  name: "SubmissionStatus",
  description: "Where a submission is in its life.",
  valuesConfig: {
    DRAFT: { description: "Its photo is being uploaded or edited." },
    IN_REVIEW: { description: "The contact looks at the edited photo." },
    SUBMITTED: { description: "The contact approved and submitted it." },
    AWAITING_ADMIN: { description: "Submitted, and an admin has to accept it." },
    ACCEPTED: { description: "An admin accepted it." },
    REJECTED: { description: "An admin rejected it." },
    WITHDRAWN: { description: "The contact took it back." },
    PURGED: { description: "Its photo is gone." },
  },
});

/** A contact's photo on its way to the studio. */
@Directive('@key(fields: "id")')
@ObjectType({ implements: Node, simpleResolvers: true, description: "A contact's photo on its way to the studio." })
export class Submission extends Node {
  @Field(() => SubmissionStatusEnum, { description: "Where the submission is in its life." })
  status: SubmissionStatus;

  @Field(() => String, { nullable: true, description: "SHA-256 of the edited version that the contact approved." })
  reviewedDigest: string | null;

  @Field(() => Date, { description: "When its upload was asked for." })
  createdAt: Date;

  @Field(() => Date, { nullable: true, description: "When the contact submitted it." })
  submittedAt: Date | null;

  @Field(() => Int, { description: "Grows with every change of the submission." })
  version: number;

  constructor(readonly row: SubmissionRow) {
    super();
    this.id = toGlobalId("Submission", row.id);
    this.status = row.status;
    this.reviewedDigest = row.reviewedDigest;
    this.createdAt = row.createdAt;
    this.submittedAt = row.submittedAt;
    this.version = row.version;
  }
}

export const { Connection: SubmissionConnection } = connectionOf("Submission", () => Submission);
