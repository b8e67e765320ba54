import { Field, Int } from "type-graphql";
import { UserError, UserErrorType } from "@studio/kit/error/user-error.js";
import type { FieldState } from "./contact-field.policy.js";

@UserErrorType("A field's definition is not one.")
export class InvalidContactField extends UserError {
  static at(path: string[], message: string): InvalidContactField {
    return Object.assign(new InvalidContactField(), { path, message });
  }
}

@UserErrorType("Another field of the account has this key.")
export class ContactFieldKeyTaken extends UserError {
  static at(path: string[]): ContactFieldKeyTaken {
    const message = "Another custom field of this account has this key.";
    return Object.assign(new ContactFieldKeyTaken(), { path, message });
  }
}

@UserErrorType("The account has as many custom fields as it may.")
export class TooManyContactFields extends UserError {
  @Field(() => Int, { description: "How many it may have." })
  limit: number;

  static over(path: string[], limit: number, what: string): TooManyContactFields {
    const message = `An account has at most ${limit} ${what}. Delete or change one first.`;
    return Object.assign(new TooManyContactFields(), { path, message, limit });
  }
}

@UserErrorType("The field is not in a state from which this can be done.")
export class WrongContactFieldState extends UserError {
  static is(state: FieldState, needed: readonly FieldState[]): WrongContactFieldState {
    const message = `The field is ${state}. This can be done once it is ${needed.join(" or ")}.`;
    return Object.assign(new WrongContactFieldState(), { path: ["input", "id"], message });
  }
}

@UserErrorType("The field asks for a payment card's number, which the platform never keeps.")
export class CardNumberRefused extends UserError {
  @Field(() => String, { description: "The words that were met, as they were read." })
  matched: string;

  @Field(() => String, { description: "The promise that stands against it." })
  promise: string;

  static at(path: string[], matched: string): CardNumberRefused {
    const message =
      `This asks for payment card data ("${matched}"). Full card numbers are never stored, ` +
      "and there is no field for them (P35). Leave payments to your payment provider.";
    return Object.assign(new CardNumberRefused(), { path, message, matched, promise: "P35" });
  }
}

@UserErrorType("The field's values are not what was confirmed, or nothing was.")
export class ConfirmationStale extends UserError {
  @Field(() => Int, { description: "How many values there are now." })
  values: number;

  static now(values: number): ConfirmationStale {
    const message = "The field's values have changed since you looked. Ask for the preview again, then confirm.";
    return Object.assign(new ConfirmationStale(), { path: ["input", "confirmationToken"], message, values });
  }
}

@UserErrorType("Processing of contacts with a value is restricted, so nothing of theirs may be destroyed.")
export class ValuesUnderRestriction extends UserError {
  @Field(() => Int, { description: "How many contacts that is." })
  contacts: number;

  static of(contacts: number): ValuesUnderRestriction {
    const message = `Processing of ${contacts} contacts with a value is restricted (GDPR art. 18). Lift that first.`;
    return Object.assign(new ValuesUnderRestriction(), { path: ["input", "id"], message, contacts });
  }
}

@UserErrorType("Work on the field's values is still under way.")
export class FieldWorkUnderWay extends UserError {
  static on(path: string[]): FieldWorkUnderWay {
    const message = "The field's values are still being worked on. Try again once that is complete.";
    return Object.assign(new FieldWorkUnderWay(), { path, message });
  }
}
