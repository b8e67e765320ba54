import { Field, Int } from "type-graphql";
import { UserError, UserErrorType } from "@studio/kit/error/user-error.js";

@UserErrorType("The studio takes nobody at present, or there is none at this address.")
export class StudioUnavailable extends UserError {
  static at(path: string[]): StudioUnavailable {
    return Object.assign(new StudioUnavailable(), {
      path,
      message: "This studio is not open at present. Check the link you were given.",
    });
  }
}

@UserErrorType("It is not an email address.")
export class InvalidEmail extends UserError {
  static at(path: string[]): InvalidEmail {
    return Object.assign(new InvalidEmail(), { path, message: "Enter an email address such as name@example.com." });
  }
}

@UserErrorType("A name is missing or too long.")
export class InvalidName extends UserError {
  static at(path: string[]): InvalidName {
    return Object.assign(new InvalidName(), { path, message: "Enter a name of 1 to 100 characters." });
  }
}

@UserErrorType("The code is not right, or was used before.")
export class CodeRejected extends UserError {
  @Field(() => Int, { description: "How many more tries this code has; with none left, ask for a new one." })
  remainingTries: number;

  static with(remainingTries: number): CodeRejected {
    const next = remainingTries > 0 ? "Look at the newest mail and try again." : "Ask for a new one.";
    return Object.assign(new CodeRejected(), {
      path: ["input", "code"],
      message: `This code is not right. ${next}`,
      remainingTries,
    });
  }
}

@UserErrorType("The code came too late.")
export class CodeExpired extends UserError {
  static now(): CodeExpired {
    return Object.assign(new CodeExpired(), {
      path: ["input", "code"],
      message: "This code has expired. Ask for a new one.",
    });
  }
}

@UserErrorType("Too many wrong codes.")
export class VerificationLocked extends UserError {
  static now(): VerificationLocked {
    const message = "There were too many wrong codes. Ask for a new one.";
    return Object.assign(new VerificationLocked(), { path: ["input", "code"], message });
  }
}
