import { expect, test } from "vitest";
import { DataSubjectRequestInvalid } from "./data-subject-request.errors.js";
import {
  MAX_JOINED_STATEMENT,
  checkDecision,
  dueAt,
  joinStatements,
  readClaimant,
  readWords,
  type Decision,
} from "./data-subject-request.policy.js";
import { REQUEST_STATUSES } from "./data-subject-request.values.js";

test("an answer is due 30 days after receipt, whatever the calendar does", () => {
  expect(dueAt(new Date("2026-02-10T08:00:00Z"))).toEqual(new Date("2026-03-12T08:00:00Z"));
});

test("what can be done depends on the status: an unverified request is never approved, a closed one never touched", () => {
  const allowed = (decision: Decision) => REQUEST_STATUSES.filter((status) => checkDecision(decision, status) === null);
  expect(allowed("identify")).toEqual(["identity_unverified"]);
  expect(allowed("approve")).toEqual(["pending_review"]);
  expect(allowed("deny")).toEqual(["identity_unverified", "pending_review"]);
  expect(allowed("withdraw")).toEqual(["identity_unverified", "pending_review"]);
});

test("a joined request adds what it says, once, as long as there is room", () => {
  expect(joinStatements(null, "a")).toBe("a");
  expect(joinStatements("a", "b")).toBe("a\n\nb");
  expect(joinStatements("a\n\nb", "a")).toBeNull();
  expect(joinStatements("a", null)).toBeNull();
  expect(joinStatements("x".repeat(MAX_JOINED_STATEMENT - 2), "b")).toBeNull();
});

test("words are plain text of a bounded length; none are none", () => {
  expect(readWords(" é ", "statement")).toBe("é".normalize("NFC"));
  expect([readWords("  ", "statement"), readWords(null, "statement")]).toEqual([null, null]);
  expect(readWords("two\nlines\tand a tab", "statement")).toBe("two\nlines\tand a tab");
  for (const text of ["x".repeat(4_001), "a\0b", "a\u001Bb", "a\uD800b"]) {
    expect(readWords(text, "statement")).toMatchObject({ path: ["input", "statement"] });
  }
});

test("a claimant has names and an address, of which no more is asked", () => {
  const ann = { firstName: " Ann ", lastName: "Lee", email: "ann@example.com" };
  expect(readClaimant(ann)).toEqual({ ...ann, firstName: "Ann" });
  for (const email of ["ann", "ann@", "@b", "a b@c", "a@b@c", `${"x".repeat(65)}@b`]) {
    expect([email, readClaimant({ ...ann, email })]).toEqual([email, expect.any(DataSubjectRequestInvalid)]);
  }
  expect(readClaimant({ ...ann, lastName: "a\0" })).toMatchObject({ path: ["input", "lastName"] });
});
