import "reflect-metadata";
import { Directive, Field, Int, ObjectType, registerEnumType } from "type-graphql";
import { toGlobalId } from "@studio/kit/paging/global-id.js";
import { Node } from "../node.type.js";
import { PHOTO_FAILURES, type PhotoFailure } from "./photo-failure.js";
import { PhotoStepProgress, progressOf } from "./photo-progress.type.js";
import type { PhotoRow, PhotoStatus } from "./photo.table.js";

const PhotoStatusEnum = {
  UPLOADING: "uploading",
  PROCESSING: "processing",
  READY: "ready",
  FAILED: "failed",
  PURGED: "purged",
} as const satisfies Record<string, PhotoStatus>;

registerEnumType(PhotoStatusEnum, {
  name: "PhotoStatus",
  description: "Where a photo is in its life.",
  valuesConfig: {
    UPLOADING: { description: "Its upload link is open; no bytes have come in." },
    PROCESSING: { description: "The original is in; the headshot is being made." },
    READY: { description: "The edited version can be reviewed." },
    FAILED: { description: "No headshot could be made of it; `failureReason` says why." },
    PURGED: { description: "Its bytes are gone." },
  },
});

const PhotoFailureEnum = Object.fromEntries(PHOTO_FAILURES.map((code) => [code, code]));

registerEnumType(PhotoFailureEnum, {
  name: "PhotoFailureReason",
  description: "Why no headshot could be made of a photo.",
  valuesConfig: {
    UNREADABLE: { description: "The original is damaged. Upload another photo." },
    BACKGROUND_REMOVAL_FAILED: { description: "The background could not be removed. Upload the photo again later." },
    STUDIO_NOT_SET_UP: { description: "The studio is gone, or says no way to make its headshots." },
    PROCESSING_RESTRICTED: { description: "Processing of the contact's data is restricted (GDPR art. 18)." },
    CONTACT_ERASED: { description: "The contact was erased, and the key to the photo with them." },
    BYTES_LOST: { description: "The platform lost its bytes. Upload the photo again." },
    INTERRUPTED: { description: "Processing was cut short again and again. Upload another photo." },
  },
});

/** A photo, and what is made of it. */
@Directive('@key(fields: "id")')
@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description: "A contact's photo: the original and the headshot made of it.",
})
export class Photo extends Node {
  @Field(() => PhotoStatusEnum, { description: "Where the photo is in its life." })
  status: PhotoStatus;

  @Field(() => String, { nullable: true, description: "The original's format: jpeg, png, webp or avif." })
  format: string | null;

  @Field(() => Int, { nullable: true, description: "The original's width in pixels, shown upright." })
  width: number | null;

  @Field(() => Int, { nullable: true, description: "The original's height in pixels, shown upright." })
  height: number | null;

  @Field(() => PhotoFailureEnum, { nullable: true, description: "Why no headshot could be made of it." })
  failureReason: PhotoFailure | null;

  @Field(() => [PhotoStepProgress], {
    description: "The steps of the work on it, in order, each shown within a second. Ask again to follow.",
  })
  progress: PhotoStepProgress[];

  constructor(readonly row: PhotoRow) {
    super();
    this.id = toGlobalId("Photo", row.id);
    this.status = row.status;
    this.format = row.format;
    this.width = row.width;
    this.height = row.height;
    this.failureReason = row.failureCode;
    this.progress = progressOf(row);
  }
}
