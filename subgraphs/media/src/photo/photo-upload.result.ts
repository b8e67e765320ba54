import { createUnionType, Field, ObjectType } from "type-graphql";
import { UploadRefused } from "./photo-upload.errors.js";
import { Photo } from "./photo.type.js";

@ObjectType({ simpleResolvers: true, description: "A header that the upload must carry." })
export class UploadHeader {
  @Field(() => String, { description: "The header's name." })
  name: string;

  @Field(() => String, { description: "The header's value." })
  value: string;
}

@ObjectType({ simpleResolvers: true, description: "How to upload the file: one request, once." })
export class CreatePhotoUploadPayload {
  @Field(() => Photo, { description: "The photo that waits for its original. Ask for it again to follow it." })
  photo: Photo;

  @Field(() => String, { description: "Where the bytes go. The link is its own permission: hand it to nobody." })
  uploadUrl: string;

  @Field(() => String, { description: "The HTTP method to send them with." })
  method: string;

  @Field(() => [UploadHeader], { description: "The headers that the request must carry." })
  headers: UploadHeader[];

  @Field(() => Date, { description: "When the link stops working." })
  expiresAt: Date;

  constructor(upload: { photo: Photo; uploadUrl: string; contentType: string; expiresAt: Date }) {
    const { contentType, ...rest } = upload;
    Object.assign(this, rest, { method: "PUT", headers: [{ name: "content-type", value: contentType }] });
  }
}

export const CreatePhotoUploadResult = createUnionType({
  name: "CreatePhotoUploadResult",
  description: "How to upload the file, or why it may not be uploaded.",
  types: () => [CreatePhotoUploadPayload, UploadRefused] as const,
});
