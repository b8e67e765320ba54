import { expect, test } from "vitest";
import { allows, tokenOf } from "./collection.policy.js";
import { COLLECTION_STATES } from "./collection.values.js";

test("what is kept can be removed, what is being removed can be kept, and what is gone is gone", () => {
  const row = (verb: "remove" | "cancel_removal") => COLLECTION_STATES.map((state) => allows(state, verb));
  expect(row("remove")).toEqual([true, false, false]);
  expect(row("cancel_removal")).toEqual([false, true, false]);
});

test("a confirmation holds for exactly what was shown, in whatever order", () => {
  const [one, two] = [
    { submissionId: "a", version: 1, photos: 1 },
    { submissionId: "b", version: 3, photos: 2 },
  ];
  const token = tokenOf("c", [one, two]);
  expect(tokenOf("c", [two, one])).toBe(token);
  const others = [[one], [one, { ...two, version: 4 }], [one, { ...two, photos: 3 }], []];
  for (const set of others) expect(tokenOf("c", set)).not.toBe(token);
  expect(tokenOf("d", [one, two])).not.toBe(token);
});
