import { expect, test } from "vitest";
import { isOpen, mayResend, statusOf } from "./invitation.policy.js";

const now = new Date("2025-06-01T12:00:00Z");
const later = new Date("2025-07-01T12:00:00Z");
const fresh = { expiresAt: later, sentAt: null, openedAt: null, acceptedAt: null, revokedAt: null };

test("an invitation's state follows from its instants, the last word first", () => {
  expect(statusOf(fresh, now)).toBe("queued");
  expect(statusOf({ ...fresh, sentAt: now }, now)).toBe("sent");
  expect(statusOf({ ...fresh, sentAt: now, openedAt: now }, now)).toBe("opened");
  expect(statusOf({ ...fresh, openedAt: now, acceptedAt: now }, later)).toBe("accepted");
  expect(statusOf({ ...fresh, revokedAt: now }, later)).toBe("revoked");
});

test("it may be followed until the very moment it expires, and sent again after", () => {
  const justBefore = statusOf(fresh, new Date(later.getTime() - 1));
  expect([isOpen(justBefore), statusOf(fresh, later)]).toEqual([true, "expired"]);
  expect(mayResend("expired")).toBe(true);
  expect([isOpen("accepted"), mayResend("accepted"), mayResend("revoked")]).toEqual([false, false, false]);
});
