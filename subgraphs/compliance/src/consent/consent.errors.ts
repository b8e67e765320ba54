import "reflect-metadata";
import { Field, Int } from "type-graphql";
import { UserError, UserErrorType } from "@studio/kit/error/user-error.js";

/** The text was replaced between being read and being agreed to. */
@UserErrorType("The consent text was replaced since it was read: show the current one and ask again.")
export class ConsentTextChanged extends UserError {
  @Field(() => Int, { description: "The version of the text that holds now." })
  currentVersion: number;

  constructor(currentVersion: number) {
    super();
    this.message = "The text has changed since you read it. Please read the current one and answer again.";
    this.path = ["input", "textVersion"];
    this.currentVersion = currentVersion;
  }
}

@UserErrorType("Processing of the contact is restricted (GDPR art. 18): until that is lifted, nothing is done with it.")
export class ProcessingRestricted extends UserError {
  static now(): ProcessingRestricted {
    const message =
      "Processing of your data is restricted, so nothing new can be agreed to. File a request to have the restriction lifted, then agree again.";
    return Object.assign(new ProcessingRestricted(), { path: ["input", "purpose"], message });
  }
}

/** There is nothing to withdraw. */
@UserErrorType("There is no consent for this purpose to withdraw: it was never given.")
export class ConsentNotGiven extends UserError {
  constructor() {
    super();
    this.message = "You have not consented to this, so there is nothing to withdraw.";
    this.path = ["input", "purpose"];
  }
}
