import { Field, ID, InputType, Int } from "type-graphql";

@InputType({ description: "The file that is about to be uploaded." })
export class CreatePhotoUploadInput {
  @Field(() => String, { description: "Its media type: image/jpeg, image/png, image/webp or image/avif." })
  contentType: string;

  @Field(() => Int, { description: "Its exact size in bytes, at most 26214400 (25 MB)." })
  bytes: number;

  @Field(() => String, {
    nullable: true,
    description:
      "Its SHA-256, in hexadecimal, if known: a photo that was uploaded before is found at once, and a file that changes on its way is refused.",
  })
  sha256?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: "The contact's own submission of which it is one more shot; none to begin a submission with it.",
  })
  submissionId?: string | null;
}
