import { Field } from "type-graphql";
import { UserError, UserErrorType } from "@studio/kit/error/user-error.js";
import type { ContactStatus } from "./contact-status.js";
import type { UnmergingRefusal } from "./contact-state.policy.js";
import { ContactStatusEnum } from "./contact.type.js";

@UserErrorType("The contact's state does not allow this.")
export class ContactStateConflict extends UserError {
  @Field(() => ContactStatusEnum, { description: "Where the contact is in their life." })
  status: ContactStatus;

  static at(path: string[], status: ContactStatus, refusal: UnmergingRefusal): ContactStateConflict {
    return Object.assign(new ContactStateConflict(), { path, status, message: MESSAGES[refusal] });
  }
}

@UserErrorType("Processing of the contact is restricted (GDPR art. 18): until that is lifted, nothing is done with it.")
export class ProcessingRestricted extends UserError {
  static at(path: string[]): ProcessingRestricted {
    const message = MESSAGES.restricted;
    return Object.assign(new ProcessingRestricted(), { path, message });
  }
}

const MESSAGES: Readonly<Record<UnmergingRefusal, string>> = {
  archived: "The contact is archived.",
  not_archived: "The contact is not archived.",
  merged: "The contact was merged into another. Work with that one, or undo the merge.",
  not_merged: "The contact was not merged into another.",
  erased: "The contact is erased, or being erased.",
  restricted: "Processing of this contact is restricted. Nothing may be done until that is lifted.",
};

/** A refusal as data. */
export function stateError(
  path: string[],
  status: ContactStatus,
  refusal: UnmergingRefusal,
): ContactStateConflict | ProcessingRestricted {
  return refusal === "restricted" ? ProcessingRestricted.at(path) : ContactStateConflict.at(path, status, refusal);
}
