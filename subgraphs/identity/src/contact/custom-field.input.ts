import { GraphQLJSON } from "graphql-scalars";
import { Field, InputType } from "type-graphql";

@InputType({ description: "A custom field's value, by the field's key." })
export class CustomFieldInput {
  @Field(() => String, { description: "The field's key." })
  key: string;

  @Field(() => GraphQLJSON, { nullable: true, description: "The value in the field's type; null clears it." })
  value?: unknown;
}
