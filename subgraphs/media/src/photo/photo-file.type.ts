import { Field, Int, ObjectType } from "type-graphql";

/** A picture that can be fetched for a while. */
@ObjectType({ simpleResolvers: true, description: "A picture, under a link that works for an hour at most." })
export class PhotoFile {
  @Field(() => String, { description: "Where the bytes are. The link is its own permission: hand it to nobody." })
  url: string;

  @Field(() => String, { description: "SHA-256 of the bytes, in hexadecimal." })
  digest: string;

  @Field(() => Int, { description: "Width in pixels." })
  width: number;

  @Field(() => Int, { description: "Height in pixels." })
  height: number;

  @Field(() => String, { description: "The media type, for example image/jpeg." })
  contentType: string;

  @Field(() => Date, { description: "When the link stops working." })
  expiresAt: Date;
}
