import { createUnionType, Field, ObjectType } from "type-graphql";
import { Submission } from "../submission/submission.type.js";
import type { UploadOffer } from "../upload/offer-upload.js";
import { DuplicatePhoto, UploadRefused } from "./photo-upload.errors.js";
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

  @Field(() => Submission, { description: "The submission that it is a shot of." })
  submission: Submission;

  @Field(() => String, { description: "Where the bytes go. The link is its own permission: hand it to nobody." })
  uploadUrl: string;

  @Field(() => String, { description: "The HTTP method to send them with." })
  method: string;

  @Field(() => [UploadHeader], { description: "The headers that the request must carry." })
  headers: UploadHeader[];

  @Field(() => Date, { description: "When the link stops working." })
  expiresAt: Date;

  @Field(() => String, {
    description:
      "The same upload by the tus protocol (tus.io, 1.0.0), for connections that break: HEAD says how much has come in, PATCH goes on. For 24 hours.",
  })
  resumableUrl: string;

  @Field(() => String, {
    nullable: true,
    description:
      "Where to say, by an empty POST, that the bytes are at uploadUrl. Null where sending them there is all there is to do.",
  })
  completeUrl: string | null;

  constructor(upload: { photo: Photo; submission: Submission } & UploadOffer) {
    Object.assign(this, upload);
  }
}

export const CreatePhotoUploadResult = createUnionType({
  name: "CreatePhotoUploadResult",
  description: "How to upload the file, or why it may not be uploaded.",
  types: () => [CreatePhotoUploadPayload, DuplicatePhoto, UploadRefused] as const,
});
