import { Field, ID, InputType } from "type-graphql";

@InputType({ description: "A new collection." })
export class CreateCollectionInput {
  @Field(() => ID, { description: "The studio whose media it holds." })
  studioId: string;

  @Field(() => String, { description: "Its name: 1 to 100 characters." })
  name: string;

  @Field(() => [ID], {
    nullable: true,
    description: "The studio's submissions that it holds, at most 10,000; none for whatever the studio holds.",
  })
  submissionIds?: string[] | null;
}

@InputType({ description: "A collection whose removal is confirmed." })
export class RemoveCollectionInput {
  @Field(() => ID, { description: "The collection." })
  id: string;

  @Field(() => String, { description: "The `token` of the preview that was looked at." })
  token: string;
}

@InputType({ description: "A collection that is to be kept after all." })
export class CancelCollectionRemovalInput {
  @Field(() => ID, { description: "The collection." })
  id: string;
}
