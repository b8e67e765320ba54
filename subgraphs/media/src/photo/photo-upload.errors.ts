import "reflect-metadata";
import { Field, registerEnumType } from "type-graphql";
import { UserError, UserErrorType } from "@studio/kit/error/user-error.js";
import { whatToDoInstead, type UploadingRefusal } from "./photo.policy.js";
import { Photo } from "./photo.type.js";

const UploadRefusalReason = {
  EMPTY_FILE: "EMPTY_FILE",
  FILE_TOO_LARGE: "FILE_TOO_LARGE",
  HEIC_NOT_SUPPORTED: "HEIC_NOT_SUPPORTED",
  FORMAT_NOT_SUPPORTED: "FORMAT_NOT_SUPPORTED",
  CHECKSUM_INVALID: "CHECKSUM_INVALID",
  STUDIO_CLOSED: "STUDIO_CLOSED",
  PROCESSING_RESTRICTED: "PROCESSING_RESTRICTED",
  TOO_MANY_OPEN_UPLOADS: "TOO_MANY_OPEN_UPLOADS",
  SUBMISSION_CLOSED: "SUBMISSION_CLOSED",
  SUBMISSION_BEING_REMOVED: "SUBMISSION_BEING_REMOVED",
  TOO_MANY_SHOTS: "TOO_MANY_SHOTS",
} as const satisfies { [Reason in UploadingRefusal]: Reason };

registerEnumType(UploadRefusalReason, {
  name: "UploadRefusalReason",
  description: "Why a photo may not be uploaded.",
  valuesConfig: {
    EMPTY_FILE: { description: "The file has no bytes." },
    FILE_TOO_LARGE: { description: "The file is larger than 25 MB." },
    HEIC_NOT_SUPPORTED: { description: "HEIC photos have to be saved as JPEG first." },
    FORMAT_NOT_SUPPORTED: { description: "The file is not a JPEG, PNG, WebP or AVIF photo." },
    CHECKSUM_INVALID: { description: "The checksum is not a SHA-256 in hexadecimal." },
    STUDIO_CLOSED: { description: "The studio takes no photos at the moment." },
    PROCESSING_RESTRICTED: { description: "Processing of the contact's data is restricted (GDPR art. 18)." },
    TOO_MANY_OPEN_UPLOADS: {
      description: "Ten submissions of the contact in this studio wait for their photo already.",
    },
    SUBMISSION_CLOSED: { description: "The submission is with the studio, or over, and takes no further shot." },
    SUBMISSION_BEING_REMOVED: { description: "The submission is about to be removed with its collection." },
    TOO_MANY_SHOTS: { description: "The submission has ten shots already." },
  },
});

/** What the person can do, and where in the input it is wrong. */
const DETAILS: Record<UploadingRefusal, { message: string; path: string[] }> = {
  EMPTY_FILE: { message: "The file is empty. Choose the photo again.", path: ["input", "bytes"] },
  FILE_TOO_LARGE: {
    message: "The file is larger than 25 MB. Save the photo as JPEG, or smaller, and upload it again.",
    path: ["input", "bytes"],
  },
  HEIC_NOT_SUPPORTED: {
    message: "HEIC photos are not supported. Open it in a photo app, export it as JPEG and upload that.",
    path: ["input", "contentType"],
  },
  FORMAT_NOT_SUPPORTED: {
    message: "This kind of file is not supported. Upload a JPEG, PNG, WebP or AVIF photo.",
    path: ["input", "contentType"],
  },
  CHECKSUM_INVALID: {
    message: "A checksum is a SHA-256: 64 digits and letters a to f.",
    path: ["input", "sha256"],
  },
  STUDIO_CLOSED: { message: "The studio takes no photos at the moment.", path: ["input"] },
  PROCESSING_RESTRICTED: {
    message: "Processing of your data is restricted as you asked, so no photo can be taken in.",
    path: ["input"],
  },
  TOO_MANY_OPEN_UPLOADS: {
    message:
      "Ten photos that you began to upload have not come in. Go on with one: with `submissionId` it takes another file as a further shot. What is not completed is removed after 24 hours.",
    path: ["input"],
  },
  SUBMISSION_CLOSED: {
    message: "This submission takes no further photo. Begin another.",
    path: ["input", "submissionId"],
  },
  SUBMISSION_BEING_REMOVED: {
    message: "The studio is about to remove this submission. Begin another.",
    path: ["input", "submissionId"],
  },
  TOO_MANY_SHOTS: {
    message: "You have taken ten photos for this submission. Choose one of them.",
    path: ["input", "submissionId"],
  },
};

@UserErrorType("The photo may not be uploaded.")
export class UploadRefused extends UserError {
  @Field(() => UploadRefusalReason, { description: "Why, for a program to read." })
  reason: UploadingRefusal;

  constructor(reason: UploadingRefusal) {
    super();
    Object.assign(this, DETAILS[reason]);
    this.reason = reason;
  }
}

@UserErrorType("The contact has uploaded this very file to this studio before.")
export class DuplicatePhoto extends UserError {
  @Field(() => Photo, {
    description:
      "The photo that it is. Go on with that one, unless the message says that the studio asked for another.",
  })
  photo: Photo;

  constructor(photo: Photo, refused: boolean) {
    super();
    this.message = whatToDoInstead(refused);
    this.path = ["input", "sha256"];
    this.photo = photo;
  }
}
