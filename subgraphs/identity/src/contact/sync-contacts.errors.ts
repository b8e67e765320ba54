import { UserError, UserErrorType } from "@studio/kit/error/user-error.js";
import type { ContactValueError } from "./contact-value.errors.js";

@UserErrorType("More rows than one call may bring.")
export class SyncTooLarge extends UserError {
  static over(limit: number): SyncTooLarge {
    return Object.assign(new SyncTooLarge(), {
      path: ["input", "rows"],
      message: `Send at most ${limit} rows in one call.`,
    });
  }
}

@UserErrorType("Several rows of the call have this external id.")
export class DuplicateExternalId extends UserError {
  static at(path: string[]): DuplicateExternalId {
    return Object.assign(new DuplicateExternalId(), {
      path,
      message: "Several rows have this external id; none of them was used.",
    });
  }
}

/** What can be wrong with one row. */
export type SyncRowError = ContactValueError | DuplicateExternalId;
