import "reflect-metadata";
import { UserError, UserErrorType } from "@studio/kit/error/user-error.js";

@UserErrorType("The headshot is not ready to be submitted.")
export class PhotoNotReady extends UserError {
  constructor() {
    super();
    this.message = "Your photo is not ready yet. Wait until you have seen the edited version.";
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
    this.path = [];
  }
}

@UserErrorType("The submission is closed: it was submitted already, or is over.")
export class SubmissionClosed extends UserError {
  constructor() {
    super();
    this.message = "This photo has been submitted already.";
    this.path = ["input", "photoId"];
  }
}
