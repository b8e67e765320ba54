import { GraphQLJSON } from "graphql-scalars";
import { Field, ObjectType } from "type-graphql";
import { ContactField } from "../contact-field/contact-field.type.js";

@ObjectType({ description: "What a contact has in one custom field.", simpleResolvers: true })
export class CustomFieldValue {
  @Field(() => ContactField, { description: "The field's definition." })
  field: ContactField;

  @Field(() => String, { description: "The field's key." })
  key: string;

  @Field(() => GraphQLJSON, { nullable: true, description: "The value in the field's type; null if there is none." })
  value: unknown;
}
