import { Field, Int } from "type-graphql";
import { UserError, UserErrorType } from "@studio/kit/error/user-error.js";

@UserErrorType("Somebody else changed it since it was read: look at it again, and send what still holds.")
export class VersionConflict extends UserError {
  @Field(() => Int, { description: "The version that it has now." })
  currentVersion: number;

  static at(path: string[], currentVersion: number): VersionConflict {
    return Object.assign(new VersionConflict(), {
      path,
      currentVersion,
      message: "Somebody else has changed this meanwhile. Read it again, and send what still holds.",
    });
  }
}
