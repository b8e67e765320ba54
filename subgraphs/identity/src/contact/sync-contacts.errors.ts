import { UserError, UserErrorType } from "@studio/kit/error/user-error.js";

@UserErrorType("More rows than one call may bring.")
export class SyncTooLarge extends UserError {
  static over(limit: number): SyncTooLarge {
    return Object.assign(new SyncTooLarge(), {
      path: ["input", "rows"],
      message: `Send at most ${limit} rows in one call.`,
    });
  }
}

@UserErrorType("The account has no such custom field in use.")
export class UnknownField extends UserError {
  static at(path: string[]): UnknownField {
    return Object.assign(new UnknownField(), {
      path,
      message: "The account has no custom field in use with this key.",
    });
  }
}

@UserErrorType("A value does not fit its field.")
export class InvalidValue extends UserError {
  static at(path: string[], expected: string): InvalidValue {
    return Object.assign(new InvalidValue(), { path, message: `Expected ${expected}.` });
  }
}

@UserErrorType("A new contact needs this value, and it cannot be cleared.")
export class MissingValue extends UserError {
  static at(path: string[]): MissingValue {
    return Object.assign(new MissingValue(), {
      path,
      message: "This value is needed: a contact cannot be without it.",
    });
  }
}

@UserErrorType("The caller may not write this field of this contact.")
export class FieldNotWritable extends UserError {
  static at(path: string[], reason: string): FieldNotWritable {
    return Object.assign(new FieldNotWritable(), { path, message: `You may not change this: ${reason}.` });
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

@UserErrorType("Another contact of the account has this email.")
export class EmailTaken extends UserError {
  static at(path: string[]): EmailTaken {
    return Object.assign(new EmailTaken(), { path, message: "Another contact of this account has this email." });
  }
}

/** What can be wrong with one row. */
export type SyncRowError =
  | UnknownField
  | InvalidValue
  | MissingValue
  | FieldNotWritable
  | DuplicateExternalId
  | EmailTaken;
