import { Field, Int } from "type-graphql";
import { UserError, UserErrorType } from "@studio/kit/error/user-error.js";

@UserErrorType("A setting is out of its bounds.")
export class InvalidSetting extends UserError {
  static at(path: string[], message: string): InvalidSetting {
    return Object.assign(new InvalidSetting(), { path, message });
  }
}

@UserErrorType("Somebody changed the settings since they were read.")
export class SettingsOutdated extends UserError {
  @Field(() => Int, { description: "The version that is in force." })
  currentVersion: number;

  static since(currentVersion: number): SettingsOutdated {
    const message = "Somebody changed these settings since you read them. Read them again, then change them.";
    return Object.assign(new SettingsOutdated(), { path: ["input", "version"], message, currentVersion });
  }
}

@UserErrorType("The account is closing.")
export class AccountClosing extends UserError {
  static now(): AccountClosing {
    return Object.assign(new AccountClosing(), {
      path: ["input"],
      message: "This account is closing. Reopen it before you change it.",
    });
  }
}
