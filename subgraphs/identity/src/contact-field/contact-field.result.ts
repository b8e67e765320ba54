import { Field, ObjectType, createUnionType } from "type-graphql";
import { SpecialCategoryRefused } from "../special-category/special-category.errors.js";
import { VersionConflict } from "../version-conflict.error.js";
import {
  CardNumberRefused,
  ConfirmationStale,
  ContactFieldKeyTaken,
  FieldWorkUnderWay,
  InvalidContactField,
  TooManyContactFields,
  ValuesUnderRestriction,
  WrongContactFieldState,
} from "./contact-field.errors.js";
import { ContactField } from "./contact-field.type.js";
import { ContactFieldRun } from "./field-run.type.js";

const FIELD = { description: "The field as it is now." };

@ObjectType({ description: "The field is there.", simpleResolvers: true })
export class CreateContactFieldPayload {
  @Field(() => ContactField, FIELD)
  field: ContactField;
}

@ObjectType({ description: "The definition is changed.", simpleResolvers: true })
export class UpdateContactFieldPayload {
  @Field(() => ContactField, FIELD)
  field: ContactField;

  @Field(() => ContactFieldRun, { nullable: true, description: "The work on its values that the change has started." })
  run: ContactFieldRun | null;
}

@ObjectType({ description: "The field is in its new state.", simpleResolvers: true })
export class ContactFieldStatePayload {
  @Field(() => ContactField, FIELD)
  field: ContactField;
}

@ObjectType({ description: "The field is gone; its values are being destroyed.", simpleResolvers: true })
export class DeleteContactFieldPayload {
  @Field(() => ContactField, { description: "The field as it was left." })
  field: ContactField;

  @Field(() => ContactFieldRun, { description: "The work that destroys its values." })
  run: ContactFieldRun;
}

@ObjectType({ description: "The values are being written into the other field.", simpleResolvers: true })
export class MigrateFieldValuesPayload {
  @Field(() => ContactField, { description: "The field that is written to." })
  field: ContactField;

  @Field(() => ContactFieldRun, { description: "The work that writes them." })
  run: ContactFieldRun;
}

export const CreateContactFieldResult = createUnionType({
  name: "CreateContactFieldResult",
  description: "What came of a new field.",
  types: () =>
    [
      CreateContactFieldPayload,
      InvalidContactField,
      SpecialCategoryRefused,
      CardNumberRefused,
      ContactFieldKeyTaken,
      TooManyContactFields,
    ] as const,
});

export const UpdateContactFieldResult = createUnionType({
  name: "UpdateContactFieldResult",
  description: "What came of changing a field.",
  types: () =>
    [
      UpdateContactFieldPayload,
      InvalidContactField,
      SpecialCategoryRefused,
      CardNumberRefused,
      TooManyContactFields,
      VersionConflict,
      FieldWorkUnderWay,
    ] as const,
});

export const ContactFieldStateResult = createUnionType({
  name: "ContactFieldStateResult",
  description: "What came of a step in a field's life.",
  types: () => [ContactFieldStatePayload, WrongContactFieldState] as const,
});

export const DeleteContactFieldResult = createUnionType({
  name: "DeleteContactFieldResult",
  description: "What came of deleting a field.",
  types: () =>
    [
      DeleteContactFieldPayload,
      WrongContactFieldState,
      ConfirmationStale,
      ValuesUnderRestriction,
      FieldWorkUnderWay,
    ] as const,
});

export const MigrateFieldValuesResult = createUnionType({
  name: "MigrateFieldValuesResult",
  description: "What came of migrating values.",
  types: () => [MigrateFieldValuesPayload, InvalidContactField, WrongContactFieldState, FieldWorkUnderWay] as const,
});
