import { Field, ID, InputType } from "type-graphql";

@InputType({ description: "The photo that a contact submits, and proof of what they looked at." })
export class SubmitPhotoInput {
  @Field(() => ID, { description: "The photo: any shot of the submission. Submitting it chooses it." })
  photoId: string;

  @Field(() => String, { description: "The `edited.digest` of the version that the contact reviewed and approves." })
  reviewedDigest: string;
}

@InputType({ description: "The shot that a contact likes best." })
export class ChoosePhotoInput {
  @Field(() => ID, { description: "The photo." })
  photoId: string;
}

@InputType({ description: "A submission that its contact takes back." })
export class WithdrawSubmissionInput {
  @Field(() => ID, { description: "The submission." })
  id: string;
}
