import "reflect-metadata";
import { Field } from "type-graphql";
import { UserError, UserErrorType } from "@studio/kit/error/user-error.js";
import type { SubmissionRow } from "./submission.table.js";
import { Submission, SubmissionStatusEnum } from "./submission.type.js";
import type { SubmissionStatus } from "./submission.values.js";

@UserErrorType("The headshot is not ready to be submitted.")
export class PhotoNotReady extends UserError {
  constructor() {
    super();
    this.message =
      "This photo has no edited version yet. Wait until you have seen it. If it failed, take another photo.";
    this.path = ["input", "photoId"];
  }
}

@UserErrorType("What the contact reviewed is not the headshot's current version.")
export class ReviewedVersionMismatch extends UserError {
  constructor() {
    super();
    this.message = "This is not the version you looked at. Look at the current one and submit that.";
    this.path = ["input", "reviewedDigest"];
  }
}

@UserErrorType("The contact has not consented to the processing of their photo, or withdrew the consent.")
export class ConsentMissing extends UserError {
  constructor() {
    super();
    this.message = "Agree to the processing of your photo first.";
    this.path = ["input"];
  }
}

@UserErrorType("The submission is closed: it was submitted already, or is over.")
export class SubmissionClosed extends UserError {
  constructor() {
    super();
    this.message = "This photo's submission is with the studio already, or is over.";
    this.path = ["input", "photoId"];
  }
}

@UserErrorType("The studio asked for a retake of this very version.")
export class RetakeNeeded extends UserError {
  constructor() {
    super();
    this.message = "The studio asked for another photo. Take one, look at it and submit that.";
    this.path = ["input", "photoId"];
  }
}

@UserErrorType("The submission's state does not allow this.")
export class SubmissionStateConflict extends UserError {
  @Field(() => SubmissionStatusEnum, { description: "Where the submission is in its life." })
  status: SubmissionStatus;

  static at(path: string[], status: SubmissionStatus): SubmissionStateConflict {
    const message = "This cannot be done to the submission as it is now. Read it again.";
    return Object.assign(new SubmissionStateConflict(), { path, message, status });
  }
}

@UserErrorType("Somebody else changed the submission since it was read.")
export class SubmissionVersionConflict extends UserError {
  @Field(() => Submission, { description: "The submission as it is now." })
  submission: Submission;

  static at(path: string[], row: SubmissionRow): SubmissionVersionConflict {
    const message = "Somebody else changed this submission meanwhile. Look at it again, then decide.";
    return Object.assign(new SubmissionVersionConflict(), { path, message, submission: new Submission(row) });
  }
}

@UserErrorType("There is no such submission that the viewer may review.")
export class SubmissionNotFound extends UserError {
  static at(path: string[]): SubmissionNotFound {
    return Object.assign(new SubmissionNotFound(), { path, message: "There is no such submission for you to review." });
  }
}

@UserErrorType("Processing of the contact is restricted (GDPR art. 18): until that is lifted, nothing is done with it.")
export class ProcessingRestricted extends UserError {
  static at(path: string[]): ProcessingRestricted {
    const message = "Processing of this contact is restricted. Nothing may be done until that is lifted.";
    return Object.assign(new ProcessingRestricted(), { path, message });
  }
}

@UserErrorType("The message to the contact cannot be kept.")
export class InvalidReviewMessage extends UserError {
  static now(): InvalidReviewMessage {
    const message = "A message has up to 1,000 characters, none of them a control character.";
    return Object.assign(new InvalidReviewMessage(), { path: ["input", "message"], message });
  }
}
