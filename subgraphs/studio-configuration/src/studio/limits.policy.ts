import { InvalidLimits } from "./studio.errors.js";
import type { StudioLimits } from "./studio.values.js";

const CAPACITY_MAX = 1_000_000;
const PER_CONTACT_MAX = 100;

/** Everything that is wrong with a studio's limits, each problem with its path. */
export function checkLimits({ capacity, submissionsPerContact, opensAt, closesAt }: StudioLimits): InvalidLimits[] {
  return [
    ...checkCount("capacity", capacity, CAPACITY_MAX),
    ...checkCount("submissionsPerContact", submissionsPerContact, PER_CONTACT_MAX),
    ...(opensAt !== null && closesAt !== null && opensAt >= closesAt
      ? [new InvalidLimits("A studio opens before it closes.", ["input", "limits", "closesAt"])]
      : []),
  ];
}

function checkCount(field: string, count: number | null, max: number): InvalidLimits[] {
  if (count === null || (count >= 1 && count <= max)) return [];
  return [new InvalidLimits(`This goes from 1 to ${max}; leave it out for no limit.`, ["input", "limits", field])];
}
