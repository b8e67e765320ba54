import { anonymous, type MemberViewer } from "@studio/kit/auth/viewer.js";
import { expect, test } from "vitest";
import { CostThrottle } from "./cost-throttle.js";

const viewer = (memberId: string): MemberViewer => ({
  kind: "member",
  accountId: "a",
  memberId,
  role: "owner",
  groupIds: [],
});

/** A clock that stands still until it is moved. */
function stillClock() {
  let at = 1_800_000_000_000;
  return { now: () => new Date(at), advance: (ms: number) => void (at += ms) };
}

test("takes what is there, gives back what was not used, and restores with time", () => {
  const clock = stillClock();
  const throttle = new CostThrottle({ maximum: 100, restoreRate: 10 }, clock);
  const one = viewer("one");
  expect(throttle.take(one, 80)).toBe(true);
  expect(throttle.take(one, 30)).toBe(false);
  expect(throttle.status(one)).toEqual({ maximumAvailable: 100, currentlyAvailable: 20, restoreRate: 10 });
  throttle.giveBack(one, 15);
  expect(throttle.take(one, 30)).toBe(true);
  clock.advance(3_000);
  expect(throttle.status(one)?.currentlyAvailable).toBe(35);
  clock.advance(60_000);
  expect(throttle.status(one)?.currentlyAvailable).toBe(100);
});

test("viewers have their own; nobody in particular has none, and may not ask for more than anyone could", () => {
  const throttle = new CostThrottle({ maximum: 100, restoreRate: 10 }, stillClock());
  expect(throttle.take(viewer("one"), 100)).toBe(true);
  expect(throttle.take(viewer("two"), 100)).toBe(true);
  expect([throttle.take(anonymous, 100), throttle.take(anonymous, 100), throttle.take(anonymous, 101)]).toEqual([
    true,
    true,
    false,
  ]);
  expect(throttle.status(anonymous)).toBeNull();
});
