import { UserError, UserErrorType } from "@studio/kit/error/user-error.js";

@UserErrorType("The role has no use for what was named.")
export class NotForPreviewRole extends UserError {
  static unknownScope(known: readonly string[]): NotForPreviewRole {
    const message = `Name scopes that programs have: ${known.join(", ")}.`;
    return Object.assign(new NotForPreviewRole(), { path: ["input", "scopes"], message });
  }

  static at(argument: "groupIds" | "scopes" | "fieldIds"): NotForPreviewRole {
    const whose = argument === "groupIds" ? "a coordinator" : "a program";
    return Object.assign(new NotForPreviewRole(), {
      path: ["input", argument],
      message: `Only ${whose} has them. Leave them out, or look as ${whose}.`,
    });
  }
}
