import { Field, InputType, Int } from "type-graphql";

@InputType({ description: "The file that is about to be uploaded." })
export class CreatePhotoUploadInput {
  @Field(() => String, { description: "Its media type: image/jpeg, image/png, image/webp or image/avif." })
  contentType: string;

  @Field(() => Int, { description: "Its exact size in bytes, at most 26214400 (25 MB)." })
  bytes: number;
}
