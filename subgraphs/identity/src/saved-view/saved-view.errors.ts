import { UserError, UserErrorType } from "@studio/kit/error/user-error.js";
import type { ListRefused } from "../contact-list/list-refused.js";

/** How many views an account may keep. */
export const MAX_VIEWS = 200;

@UserErrorType("What the view would show cannot be listed: an argument is malformed, or you may not use its field.")
export class InvalidSavedView extends UserError {
  static because({ message, at }: ListRefused): InvalidSavedView {
    return Object.assign(new InvalidSavedView(), { path: [...at], message });
  }

  static badName(): InvalidSavedView {
    return Object.assign(new InvalidSavedView(), {
      path: ["input", "name"],
      message: "Enter a name of 1 to 100 characters.",
    });
  }
}

@UserErrorType("Another view has this name.")
export class SavedViewNameTaken extends UserError {
  static now(): SavedViewNameTaken {
    return Object.assign(new SavedViewNameTaken(), {
      path: ["input", "name"],
      message: "Another view has this name. Choose a different one.",
    });
  }
}

@UserErrorType("The view was changed meanwhile.")
export class SavedViewOutdated extends UserError {
  static now(): SavedViewOutdated {
    return Object.assign(new SavedViewOutdated(), {
      path: ["input", "version"],
      message: "Somebody changed this view. Read it again, then change it.",
    });
  }
}

@UserErrorType("The view is another member's.")
export class SavedViewNotYours extends UserError {
  static now(): SavedViewNotYours {
    return Object.assign(new SavedViewNotYours(), {
      path: ["input", "id"],
      message: "Only the member who made a view, an owner or an admin may change it.",
    });
  }
}

@UserErrorType("The account has as many views as it may.")
export class TooManySavedViews extends UserError {
  static now(): TooManySavedViews {
    return Object.assign(new TooManySavedViews(), {
      path: ["input"],
      message: `An account keeps at most ${MAX_VIEWS} views. Delete one first.`,
    });
  }
}
