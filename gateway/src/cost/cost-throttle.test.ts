import { anonymous, type MemberViewer } from "@studio/kit/auth/viewer.js";
import { expect, test } from "vitest";
import { CostThrottle } from "./cost-throttle.js";

const member = (memberId: string): MemberViewer => ({
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

const caller = (memberId: string) => ({ viewer: member(memberId) });
const from = (address: string) => ({ viewer: anonymous, address });
const SETTINGS = { maximum: 100, restoreRate: 10, anonymousMaximum: 50 };

test("takes what is there, gives back what was not used, and restores with time", () => {
  const clock = stillClock();
  const throttle = new CostThrottle(SETTINGS, clock);
  const one = caller("one");
  expect(throttle.take(one, 80)).toBe(true);
  expect(throttle.take(one, 30)).toBe(false);
  expect(throttle.status(one)).toEqual({ maximumAvailable: 100, currentlyAvailable: 20, restoreRate: 10 });
  throttle.settle(one, 80, 65);
  expect(throttle.take(one, 30)).toBe(true);
  clock.advance(3_000);
  expect(throttle.status(one).currentlyAvailable).toBe(35);
  clock.advance(60_000);
  expect(throttle.status(one).currentlyAvailable).toBe(100);
});

test("viewers have their own; who shows nothing shares what their address has, which is less", () => {
  const throttle = new CostThrottle(SETTINGS, stillClock());
  expect(throttle.take(caller("one"), 100)).toBe(true);
  expect(throttle.take(caller("two"), 100)).toBe(true);
  expect(throttle.take(from("192.0.2.1"), 51)).toBe(false);
  expect([throttle.take(from("192.0.2.1"), 40), throttle.take(from("192.0.2.1"), 40)]).toEqual([true, false]);
  expect(throttle.take(from("192.0.2.2"), 40)).toBe(true);
  expect(throttle.status(from("192.0.2.1"))).toEqual({ maximumAvailable: 50, currentlyAvailable: 10, restoreRate: 5 });
});

test("what an answer cost beyond what was thought is taken after, and comes back at the same pace", () => {
  const clock = stillClock();
  const throttle = new CostThrottle(SETTINGS, clock);
  const one = caller("one");
  expect(throttle.take(one, 90)).toBe(true);
  throttle.settle(one, 90, 120);
  expect(throttle.status(one).currentlyAvailable).toBe(0);
  clock.advance(2_000);
  expect(throttle.take(one, 1)).toBe(false);
  clock.advance(1_000);
  expect(throttle.take(one, 10)).toBe(true);
});
