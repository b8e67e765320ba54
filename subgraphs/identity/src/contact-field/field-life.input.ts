import { Field, ID, InputType } from "type-graphql";

@InputType({ description: "The field to take one step in its life." })
export class ContactFieldStateInput {
  @Field(() => ID, { description: "The field's id." })
  id: string;
}

@InputType({ description: "The archived field to delete, its values with it." })
export class DeleteContactFieldInput {
  @Field(() => ID, { description: "The field's id." })
  id: string;

  @Field(() => String, {
    description: "What `previewContactFieldDeletion` gave. It is stale once the count has changed.",
  })
  confirmationToken: string;
}

@InputType({ description: "Two fields: the values of one are to be written into the other." })
export class FieldMigrationInput {
  @Field(() => ID, { description: "The field that has the values. It keeps them." })
  from: string;

  @Field(() => ID, { description: "The field that gets them, where it has none. At least as confidential." })
  to: string;
}
