import "reflect-metadata";
import { Field, registerEnumType } from "type-graphql";
import { UserError, UserErrorType } from "@studio/kit/error/user-error.js";
import type { UploadingRefusal } from "./photo.policy.js";

const UploadRefusalReason = {
  EMPTY_FILE: "EMPTY_FILE",
  FILE_TOO_LARGE: "FILE_TOO_LARGE",
  HEIC_NOT_SUPPORTED: "HEIC_NOT_SUPPORTED",
  FORMAT_NOT_SUPPORTED: "FORMAT_NOT_SUPPORTED",
  STUDIO_CLOSED: "STUDIO_CLOSED",
  PROCESSING_RESTRICTED: "PROCESSING_RESTRICTED",
} as const satisfies { [Reason in UploadingRefusal]: Reason };

registerEnumType(UploadRefusalReason, {
  name: "UploadRefusalReason",
  description: "Why a photo may not be uploaded.",
  valuesConfig: {
    EMPTY_FILE: { description: "The file has no bytes." },
    FILE_TOO_LARGE: { description: "The file is larger than 25 MB." },
    HEIC_NOT_SUPPORTED: { description: "HEIC photos have to be saved as JPEG first." },
    FORMAT_NOT_SUPPORTED: { description: "The file is not a JPEG, PNG, WebP or AVIF photo." },
    STUDIO_CLOSED: { description: "The studio takes no photos at the moment." },
    PROCESSING_RESTRICTED: { description: "Processing of the contact's data is restricted (GDPR art. 18)." },
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
  STUDIO_CLOSED: { message: "The studio takes no photos at the moment.", path: [] },
  PROCESSING_RESTRICTED: {
    message: "Processing of your data is restricted as you asked, so no photo can be taken in.",
    path: [],
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
