import { Field } from "type-graphql";
import { UserError, UserErrorType } from "@studio/kit/error/user-error.js";
import type { SupportGrantRow } from "./support-grant.repository.js";
import { SupportGrant } from "./support-grant.type.js";

@UserErrorType("The staff person has asked already, or been let in.")
export class AlreadyAsked extends UserError {
  @Field(() => SupportGrant, { description: "The request, or the open grant." })
  supportGrant: SupportGrant;

  static in(supportGrant: SupportGrantRow): AlreadyAsked {
    return Object.assign(new AlreadyAsked(), {
      path: ["input", "accountId"],
      message: "You have asked this account already. Wait for the answer, or use what you were granted.",
      supportGrant,
    });
  }
}
