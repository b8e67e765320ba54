import { Field, ID, InputType } from "type-graphql";

@InputType({ description: "The photo that a contact submits, and proof of what they looked at." })
export class SubmitPhotoInput {
  @Field(() => ID, { description: "The photo." })
  photoId: string;

  @Field(() => String, { description: "The `edited.digest` of the version that the contact reviewed and approves." })
  reviewedDigest: string;
}
