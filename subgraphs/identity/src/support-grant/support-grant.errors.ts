import { Field } from "type-graphql";
import { UserError, UserErrorType } from "@studio/kit/error/user-error.js";
import type { SupportGrantState } from "./support-grant.policy.js";
import { SupportGrantStateEnum } from "./support-grant.type.js";

@UserErrorType("The reason says too little, or too much.")
export class InvalidReason extends UserError {
  static now(): InvalidReason {
    return Object.assign(new InvalidReason(), {
      path: ["input", "reason"],
      message: "Say in 10 to 500 characters what you need to see, and what for.",
    });
  }
}

@UserErrorType("The account's policy lets no staff in.")
export class SupportAccessClosed extends UserError {
  static now(): SupportAccessClosed {
    return Object.assign(new SupportAccessClosed(), {
      path: ["input", "accountId"],
      message: "This account does not take requests for support access. Ask its owner by another way.",
    });
  }
}

@UserErrorType("The grant's state does not allow it.")
export class WrongGrantState extends UserError {
  @Field(() => SupportGrantStateEnum, { description: "The state that it is in." })
  state: SupportGrantState;

  static being(state: SupportGrantState): WrongGrantState {
    return Object.assign(new WrongGrantState(), {
      path: ["input", "id"],
      message: `It cannot be done with a grant that is ${state}.`,
      state,
    });
  }
}
