import { UserError, UserErrorType } from "@studio/kit/error/user-error.js";

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

@UserErrorType("Another contact of the account has this email.")
export class EmailTaken extends UserError {
  static at(path: string[]): EmailTaken {
    return Object.assign(new EmailTaken(), { path, message: "Another contact of this account has this email." });
  }
}

@UserErrorType("Another contact of the account has this external id.")
export class ExternalIdTaken extends UserError {
  static at(path: string[]): ExternalIdTaken {
    return Object.assign(new ExternalIdTaken(), {
      path,
      message: "Another contact of this account has this external id.",
    });
  }
}

/** What can be wrong with one value of a contact. */
export type ContactValueError =
  | UnknownField
  | InvalidValue
  | MissingValue
  | FieldNotWritable
  | EmailTaken
  | ExternalIdTaken;
