import { Field, ObjectType, createUnionType } from "type-graphql";
import { UserError, UserErrorType } from "@studio/kit/error/user-error.js";
import { VersionConflict } from "../version-conflict.error.js";
import { ContactStateConflict, ProcessingRestricted } from "./contact-state.errors.js";
import type { ContactRow } from "./contact.repository.js";
import { Contact } from "./contact.type.js";

@UserErrorType("Some values cannot be kept: nothing was written.")
export class InvalidContact extends UserError {
  @Field(() => [UserError], { description: "Everything that is wrong, each with its place in the input." })
  problems: UserError[];

  static because(problems: UserError[]): InvalidContact {
    const message = "Some values cannot be kept. Correct them and send all of it again.";
    return Object.assign(new InvalidContact(), { path: ["input"], message, problems });
  }
}

@ObjectType({ description: "The contact is created.", simpleResolvers: true })
export class CreateContactPayload {
  @Field(() => Contact, { description: "The new contact." })
  contact: Contact;
}

@ObjectType({ description: "The contact is as it was asked for.", simpleResolvers: true })
export class UpdateContactPayload {
  @Field(() => Contact, { description: "The contact as it is now." })
  contact: Contact;

  @Field(() => String, {
    nullable: true,
    description: "The address that a contact wants for themselves: theirs once they show the code sent there.",
  })
  emailToVerify: string | null;
}

@ObjectType({ description: "The contact is set aside: nobody signs in as them.", simpleResolvers: true })
export class ArchiveContactPayload {
  @Field(() => Contact, { description: "The contact as it is now." })
  contact: Contact;
}

@ObjectType({ description: "The contact is back.", simpleResolvers: true })
export class RestoreContactPayload {
  @Field(() => Contact, { description: "The contact as it is now." })
  contact: Contact;
}

/** A payload of one contact. The row stands for the type: `Contact`'s resolvers read it. */
export function withContact<Payload extends { contact: Contact }>(
  payload: Payload,
  contact: ContactRow,
  more: Partial<Omit<Payload, "contact">> = {},
): Payload {
  return Object.assign(payload, { contact, ...more });
}

export const CreateContactResult = createUnionType({
  name: "CreateContactResult",
  description: "What came of creating a contact.",
  types: () => [CreateContactPayload, InvalidContact] as const,
});

export const UpdateContactResult = createUnionType({
  name: "UpdateContactResult",
  description: "What came of changing a contact.",
  types: () =>
    [UpdateContactPayload, InvalidContact, VersionConflict, ContactStateConflict, ProcessingRestricted] as const,
});

export const ArchiveContactResult = createUnionType({
  name: "ArchiveContactResult",
  description: "What came of setting a contact aside.",
  types: () => [ArchiveContactPayload, VersionConflict, ContactStateConflict, ProcessingRestricted] as const,
});

export const RestoreContactResult = createUnionType({
  name: "RestoreContactResult",
  description: "What came of bringing a contact back.",
  types: () => [RestoreContactPayload, VersionConflict, ContactStateConflict, ProcessingRestricted] as const,
});
