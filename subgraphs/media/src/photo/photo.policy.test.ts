import { expect, test } from "vitest";
import { PHOTO_CONTENT_TYPES, refuseShot, refuseUploading, type UploadingFacts } from "./photo.policy.js";

const photo: UploadingFacts = {
  contentType: "image/jpeg",
  sha256: null,
  bytes: 3_000_000,
  studioOpen: true,
  restricted: false,
};

test.each(PHOTO_CONTENT_TYPES)("accepts %s", (contentType) => {
  expect(refuseUploading({ ...photo, contentType })).toBeNull();
});

test("accepts 25 MB and not a byte more", () => {
  expect(refuseUploading({ ...photo, bytes: 25 * 1024 * 1024 })).toBeNull();
  expect(refuseUploading({ ...photo, bytes: 25 * 1024 * 1024 + 1 })).toBe("FILE_TOO_LARGE");
  expect(refuseUploading({ ...photo, bytes: 0 })).toBe("EMPTY_FILE");
  expect(refuseUploading({ ...photo, bytes: -1 })).toBe("EMPTY_FILE");
});

test.each([
  ["image/heic", "HEIC_NOT_SUPPORTED"],
  ["image/heif", "HEIC_NOT_SUPPORTED"],
  ["image/svg+xml", "FORMAT_NOT_SUPPORTED"],
  ["IMAGE/JPEG", "FORMAT_NOT_SUPPORTED"],
  ["image/jpeg; charset=x", "FORMAT_NOT_SUPPORTED"],
  ["", "FORMAT_NOT_SUPPORTED"],
])("refuses the type %s", (contentType, reason) => {
  expect(refuseUploading({ ...photo, contentType })).toBe(reason);
});

test("refuses for a studio that is not open, and for a contact under restriction", () => {
  expect(refuseUploading({ ...photo, studioOpen: false })).toBe("STUDIO_CLOSED");
  expect(refuseUploading({ ...photo, restricted: true })).toBe("PROCESSING_RESTRICTED");
});

test("takes ten shots for a submission, while it is with the contact", () => {
  const facts = { status: "in_review", shots: 9, beingRemoved: false } as const;
  expect(refuseShot({ ...facts, status: "draft" })).toBeNull();
  expect(refuseShot(facts)).toBeNull();
  expect(refuseShot({ ...facts, shots: 10 })).toBe("TOO_MANY_SHOTS");
  expect(refuseShot({ ...facts, status: "submitted" })).toBe("SUBMISSION_CLOSED");
  expect(refuseShot({ ...facts, beingRemoved: true })).toBe("SUBMISSION_BEING_REMOVED");
});
