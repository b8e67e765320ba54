import { Field } from "type-graphql";
import { UserError, UserErrorType } from "@studio/kit/error/user-error.js";
import { MAX_CONTACT_IDS } from "./bulk-action.policy.js";
import { BulkActionStateEnum } from "./bulk-action.type.js";
import type { BulkActionState } from "./bulk-action.values.js";

@UserErrorType("More contacts are named than one call takes.")
export class BulkTargetTooLarge extends UserError {
  static now(): BulkTargetTooLarge {
    const message = `Name at most ${MAX_CONTACT_IDS} contacts a call.`;
    return Object.assign(new BulkTargetTooLarge(), { path: ["input", "target", "contactIds"], message });
  }
}

@UserErrorType("The bulk action is over: nothing is left to stop.")
export class BulkActionOver extends UserError {
  @Field(() => BulkActionStateEnum, { description: "How it ended." })
  state: BulkActionState;

  static as(state: BulkActionState): BulkActionOver {
    const message = "This bulk action is over. Nothing is left to stop.";
    return Object.assign(new BulkActionOver(), { path: ["input", "id"], message, state });
  }
}
