import { expect, test } from "vitest";
import {
  allows,
  isShared,
  refuseDeciding,
  refuseSubmitting,
  statusOnceSubmitted,
  type SubmissionVerb,
  type SubmittingFacts,
} from "./submission.policy.js";
import {
  CLOSED_STATUSES,
  SUBMISSION_DECISIONS,
  SUBMISSION_STATUSES,
  type SubmissionStatus,
} from "./submission.values.js";

/** Every state × every verb: x may happen, - is refused. */
const LIFE: Record<SubmissionVerb, string> = {
  //                draft review submitted awaiting accepted rejected withdrawn purged
  add_shot: /*     */ "x x - - - - - -",
  choose: /*       */ "x x - - - - - -",
  open_for_review: /**/ "x - - - - - - -",
  submit: /*       */ "- x - - - - x -",
  withdraw: /*     */ "x x x x - - - -",
  accept: /*       */ "- - x x - - - -",
  reject: /*       */ "- - x x - - - -",
  request_retake: /**/ "- - x x - - - -",
  purge: /*        */ "x x x x x x x -",
};

test.each(Object.entries(LIFE))("%s happens in the states of its row, and in no other", (verb, row) => {
  const allowed = SUBMISSION_STATUSES.map((status) => (allows(status, verb as SubmissionVerb) ? "x" : "-"));
  expect(allowed.join(" ")).toBe(row);
});

test("a file is taken anew only beside a submission that can never be submitted again", () => {
  const closed: readonly SubmissionStatus[] = CLOSED_STATUSES;
  const leadingOn = (["submit", "withdraw", "accept"] as const).flatMap((verb) =>
    SUBMISSION_STATUSES.filter((status) => allows(status, verb)),
  );
  expect(closed.filter((status) => leadingOn.includes(status))).toEqual([]);
  expect(SUBMISSION_STATUSES.filter((status) => ![...closed, ...leadingOn].includes(status))).toEqual(["accepted"]);
});

const reviewed: SubmittingFacts = {
  status: "in_review",
  editedDigest: "abc",
  refusedDigest: null,
  consentsToProcessing: true,
};

test("lets a contact submit the version they reviewed, also after taking it back", () => {
  expect(refuseSubmitting(reviewed, "abc")).toBeNull();
  expect(refuseSubmitting({ ...reviewed, status: "withdrawn" }, "abc")).toBeNull();
});

test("refuses another version than the one reviewed", () => {
  expect(refuseSubmitting(reviewed, "abd")).toBe("REVIEWED_VERSION_MISMATCH");
  expect(refuseSubmitting(reviewed, "")).toBe("REVIEWED_VERSION_MISMATCH");
});

test("refuses the version instead of which a retake was asked for, and no other", () => {
  expect(refuseSubmitting({ ...reviewed, refusedDigest: "abc" }, "abc")).toBe("RETAKE_NEEDED");
  expect(refuseSubmitting({ ...reviewed, refusedDigest: "old" }, "abc")).toBeNull();
});

test("refuses a photo that is still in the making", () => {
  expect(refuseSubmitting({ ...reviewed, status: "draft" }, "abc")).toBe("PHOTO_NOT_READY");
  expect(refuseSubmitting({ ...reviewed, editedDigest: null }, "abc")).toBe("PHOTO_NOT_READY");
});

test("refuses without consent", () => {
  expect(refuseSubmitting({ ...reviewed, consentsToProcessing: false }, "abc")).toBe("CONSENT_MISSING");
});

const closed: SubmissionStatus[] = ["submitted", "awaiting_admin", "accepted", "rejected", "purged"];

test.each(closed)("refuses to submit what is %s, whatever else holds", (status) => {
  expect(refuseSubmitting({ ...reviewed, status }, "abc")).toBe("SUBMISSION_CLOSED");
  const nothing = { status, editedDigest: null, refusedDigest: null, consentsToProcessing: false };
  expect(refuseSubmitting(nothing, "")).toBe("SUBMISSION_CLOSED");
});

test("sends it to the admins first where the studio's review is theirs", () => {
  expect(statusOnceSubmitted("by_admin")).toBe("awaiting_admin");
  expect(statusOnceSubmitted("automatic")).toBe("submitted");
});

test("a decision counts for the version that was seen, in every state as the table of verbs says", () => {
  for (const status of SUBMISSION_STATUSES) {
    for (const decision of SUBMISSION_DECISIONS) {
      const facts = { status, version: 3, restricted: false };
      const open = status === "submitted" || status === "awaiting_admin";
      expect(refuseDeciding(decision, facts, 3)).toBe(open ? null : "STATE_CONFLICT");
      expect(refuseDeciding(decision, facts, 2)).toBe("VERSION_CONFLICT");
      expect(refuseDeciding(decision, { ...facts, restricted: true }, 3)).toBe("PROCESSING_RESTRICTED");
    }
  }
});

test("shows the studio's people nothing that was not submitted", () => {
  expect(SUBMISSION_STATUSES.filter(isShared)).toEqual(["submitted", "awaiting_admin", "accepted", "rejected"]);
});
