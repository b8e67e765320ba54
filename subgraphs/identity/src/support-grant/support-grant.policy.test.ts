import { expect, test } from "vitest";
import { after, dayMs, hourMs } from "@studio/kit/clock.js";
import { grantState, readReason, scopesToAsk } from "./support-grant.policy.js";

const ASKED = new Date("2026-01-01T00:00:00Z");
const asked = { createdAt: ASKED, deniedAt: null, expiresAt: null, revokedAt: null };
const granted = { ...asked, expiresAt: after(ASKED, 8 * hourMs) };

test.each([
  ["requested", asked, 7 * dayMs - 1],
  ["expired", asked, 7 * dayMs],
  ["granted", granted, 8 * hourMs - 1],
  ["expired", granted, 8 * hourMs],
  ["denied", { ...asked, deniedAt: ASKED }, 30 * dayMs],
  ["revoked", { ...granted, revokedAt: ASKED }, hourMs],
  ["revoked", { ...granted, revokedAt: ASKED }, 30 * dayMs],
] as const)("is %s", (state, facts, passedMs) => {
  expect(grantState(facts, after(ASKED, passedMs))).toBe(state);
});

test("a reason says enough, and not too much", () => {
  expect(readReason("  Ticket 4711: no photo arrives  ")).toBe("Ticket 4711: no photo arrives");
  expect([readReason("look"), readReason(" ".repeat(20)), readReason("x".repeat(501))]).toEqual([null, null, null]);
});

test("whoever is let in reads contacts", () => {
  expect(scopesToAsk([])).toEqual(["contacts:read"]);
  expect(scopesToAsk(["photos:read"])).toEqual(["contacts:read", "photos:read"]);
});
