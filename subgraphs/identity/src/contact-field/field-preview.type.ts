import { Field, Int, ObjectType } from "type-graphql";
import { ContactField } from "./contact-field.type.js";

@ObjectType({ description: "What deleting a field would destroy.", simpleResolvers: true })
export class ContactFieldDeletionPreview {
  @Field(() => ContactField, { description: "The field." })
  field: ContactField;

  @Field(() => Int, { description: "How many contacts have a value, which would be destroyed." })
  values: number;

  @Field(() => Int, {
    description: "How many of them are under restriction (GDPR art. 18): until that is lifted, nothing can be deleted.",
  })
  restricted: number;

  @Field(() => String, {
    description: "Confirms to have seen this: for `deleteContactField`. Stale once the count changes.",
  })
  confirmationToken: string;
}

@ObjectType({ description: "Why values cannot be converted, and how many.", simpleResolvers: true })
export class FieldMigrationReason {
  @Field(() => String, { description: "What the other field expects. It names no value." })
  reason: string;

  @Field(() => Int, { description: "How many values that is." })
  count: number;
}

@ObjectType({ description: "What migrating one field's values into another would do.", simpleResolvers: true })
export class FieldMigrationPreview {
  @Field(() => Int, { description: "How many contacts have a value in the field." })
  values: number;

  @Field(() => Int, { description: "How many of them were looked at: at most 20,000, and none under restriction." })
  examined: number;

  @Field(() => Int, { description: "How many of those would be written." })
  convertible: number;

  @Field(() => Int, { description: "How many would be left, since the other field has a value." })
  alreadySet: number;

  @Field(() => Int, { description: "How many would be left, since they do not fit." })
  notConvertible: number;

  @Field(() => [FieldMigrationReason], { description: "Why they do not fit: the ten most frequent reasons." })
  reasons: FieldMigrationReason[];
}
