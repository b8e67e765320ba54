import { expect, test } from "vitest";
import { judgeCode, maySignIn } from "./verification.policy.js";

const now = new Date("2025-06-01T12:00:00Z");
const later = new Date("2025-06-01T12:10:00Z");
const pending = { attempts: 0, expiresAt: later, usedAt: null };
const kindOf = (facts: Parameters<typeof judgeCode>[0], isRight: boolean, at = now) =>
  judgeCode(facts, isRight, at).kind;

test("the right code is accepted until the very moment it expires", () => {
  expect(kindOf(pending, true)).toBe("accepted");
  expect(kindOf(pending, true, new Date(later.getTime() - 1))).toBe("accepted");
  expect(kindOf(pending, true, later)).toBe("expired");
});

test("each wrong code takes a try, and the fifth locks", () => {
  const verdicts = [0, 1, 2, 3, 4, 5].map((attempts) => judgeCode({ ...pending, attempts }, false, now));
  expect(verdicts.map((verdict) => (verdict.kind === "rejected" ? verdict.remaining : verdict.kind))).toEqual([
    4,
    3,
    2,
    1,
    "locked",
    "locked",
  ]);
  expect(verdicts.map((verdict) => verdict.isTry)).toEqual([true, true, true, true, true, false]);
});

test("a wrong guess tells nothing about whether there ever was a code", () => {
  const stranger = judgeCode(null, false, now);
  expect(judgeCode({ ...pending, usedAt: now }, false, now)).toEqual(stranger);
  expect(judgeCode(pending, false, later)).toEqual(stranger);
  expect(judgeCode({ ...pending, attempts: 5 }, true, later)).toEqual(stranger);
});

test("the right code is not accepted twice, nor after the lock", () => {
  expect(kindOf({ ...pending, usedAt: now }, true)).toBe("rejected");
  expect(kindOf({ ...pending, attempts: 5 }, true)).toBe("locked");
});

test("who was set aside or erased does not sign in", () => {
  const statuses = ["invited", "unverified", "verified", "archived", "erasing", "erased"] as const;
  expect(statuses.filter(maySignIn)).toEqual(["invited", "unverified", "verified"]);
});
