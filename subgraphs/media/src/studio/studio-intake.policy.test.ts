import { expect, test } from "vitest";
import { isTakingPhotos, refuseIntake, type StudioIntake } from "./studio-intake.policy.js";

const at = (hour: number) => new Date(Date.UTC(2026, 4, 1, hour));
const open: StudioIntake = {
  status: "published",
  capacity: null,
  submissionsPerContact: null,
  opensAt: null,
  closesAt: null,
};
const none = { all: 0, ofContact: 0 };

test("takes photos while published, from its opening until just before its close", () => {
  const timed = { ...open, opensAt: at(8), closesAt: at(18) };
  const hours = [7, 8, 17, 18].map((hour) => isTakingPhotos(timed, at(hour)));
  expect(hours).toEqual([false, true, true, false]);
  for (const status of ["draft", "paused", "archived"]) expect(isTakingPhotos({ ...open, status }, at(9))).toBe(false);
  expect(isTakingPhotos(null, at(9))).toBe(false);
});

test("refuses outside its time, at the contact's limit, and when it is full, in that order", () => {
  const limited = { ...open, capacity: 10, submissionsPerContact: 2, closesAt: at(18) };
  expect(refuseIntake(open, { all: 1e6, ofContact: 1e6 }, at(9))).toBeNull();
  expect(refuseIntake(limited, { all: 9, ofContact: 1 }, at(9))).toBeNull();
  expect(refuseIntake(limited, { all: 10, ofContact: 1 }, at(9))).toBe("STUDIO_FULL");
  expect(refuseIntake(limited, { all: 10, ofContact: 2 }, at(9))).toBe("SUBMISSION_LIMIT_REACHED");
  expect(refuseIntake(limited, { all: 10, ofContact: 2 }, at(18))).toBe("STUDIO_NOT_OPEN");
  expect(refuseIntake(null, none, at(9))).toBe("STUDIO_NOT_OPEN");
});
