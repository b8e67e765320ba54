import { Field, ID, InputType } from "type-graphql";

@InputType({ description: "A new gallery." })
export class CreateGalleryInput {
  @Field(() => ID, { description: "The studio whose headshots it shows." })
  studioId: string;

  @Field(() => String, { description: "Its name, which visitors see: 1 to 100 characters, none of them secret." })
  name: string;

  @Field(() => [ID], {
    nullable: true,
    description: "The studio's submissions that it shows, at most 1,000; none for the whole studio as it stands.",
  })
  submissionIds?: string[] | null;

  @Field(() => String, { nullable: true, description: "The PIN, if visitors need one: 6 to 32 letters and digits." })
  pin?: string | null;

  @Field(() => Date, { description: "When it expires: within a year." })
  expiresAt: Date;
}

@InputType({ description: "A gallery to close." })
export class LockGalleryInput {
  @Field(() => ID, { description: "The gallery." })
  id: string;
}
