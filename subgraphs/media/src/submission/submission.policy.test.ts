import { expect, test } from "vitest";
import { isShared, refuseSubmitting, statusOnceSubmitted, type SubmittingFacts } from "./submission.policy.js";
import type { SubmissionStatus } from "./submission.values.js";

const reviewed: SubmittingFacts = { status: "in_review", editedDigest: "abc", consentsToProcessing: true };

test("lets a contact submit the version they reviewed", () => {
  expect(refuseSubmitting(reviewed, "abc")).toBeNull();
});

test("refuses another version than the one reviewed", () => {
  expect(refuseSubmitting(reviewed, "abd")).toBe("REVIEWED_VERSION_MISMATCH");
  expect(refuseSubmitting(reviewed, "")).toBe("REVIEWED_VERSION_MISMATCH");
});

test("refuses a photo that is still in the making", () => {
  expect(refuseSubmitting({ ...reviewed, status: "draft" }, "abc")).toBe("PHOTO_NOT_READY");
  expect(refuseSubmitting({ ...reviewed, editedDigest: null }, "abc")).toBe("PHOTO_NOT_READY");
});

test("refuses without consent", () => {
  expect(refuseSubmitting({ ...reviewed, consentsToProcessing: false }, "abc")).toBe("CONSENT_MISSING");
});

const closed: SubmissionStatus[] = ["submitted", "awaiting_admin", "accepted", "rejected", "withdrawn", "purged"];

test.each(closed)("refuses a submission that is %s, whatever else holds", (status) => {
  expect(refuseSubmitting({ ...reviewed, status }, "abc")).toBe("SUBMISSION_CLOSED");
  expect(refuseSubmitting({ status, editedDigest: null, consentsToProcessing: false }, "")).toBe("SUBMISSION_CLOSED");
});

test("sends it to the admins first where the studio's review is theirs", () => {
  expect(statusOnceSubmitted("by_admin")).toBe("awaiting_admin");
  expect(statusOnceSubmitted("automatic")).toBe("submitted");
});

test("shows the studio's people nothing that was not submitted", () => {
  const all: SubmissionStatus[] = ["draft", "in_review", ...closed];
  expect(all.filter(isShared)).toEqual(["submitted", "awaiting_admin", "accepted", "rejected"]);
});
