import { Field, ObjectType, createUnionType } from "type-graphql";
import { VersionConflict } from "../version-conflict.error.js";
import { ContactStateConflict, ProcessingRestricted } from "./contact-state.errors.js";
import { InvalidValue } from "./contact-value.errors.js";
import { Contact } from "./contact.type.js";

@ObjectType({ description: "Two contacts are one.", simpleResolvers: true })
export class MergeContactsPayload {
  @Field(() => Contact, { description: "The contact that stays, with what it got." })
  contact: Contact;

  @Field(() => Contact, { description: "The contact that was merged into it: archived, and kept until it is erased." })
  duplicate: Contact;
}

@ObjectType({ description: "One contact is two again.", simpleResolvers: true })
export class UndoMergePayload {
  @Field(() => Contact, { description: "The contact that stayed, without what it got." })
  contact: Contact;

  @Field(() => Contact, { description: "The contact that was merged, as it was." })
  duplicate: Contact;
}

export const MergeContactsResult = createUnionType({
  name: "MergeContactsResult",
  description: "What came of merging two contacts.",
  types: () =>
    [MergeContactsPayload, InvalidValue, VersionConflict, ContactStateConflict, ProcessingRestricted] as const,
});

export const UndoMergeResult = createUnionType({
  name: "UndoMergeResult",
  description: "What came of undoing a merge.",
  types: () => [UndoMergePayload, ContactStateConflict, ProcessingRestricted] as const,
});
