import { expect, test } from "vitest";
import { refuseStep, STUDIO_STEPS, type StudioVerb } from "./studio-life.policy.js";
import { STUDIO_STATUSES } from "./studio.values.js";

test("a studio is published, paused and resumed at will, then archived for good; a draft can only be published", () => {
  const verbs = Object.keys(STUDIO_STEPS) as StudioVerb[];
  const open = STUDIO_STATUSES.map((status) => [status, verbs.filter((verb) => refuseStep(verb, status) === null)]);
  expect(open).toEqual([
    ["draft", ["publish"]],
    ["published", ["pause", "archive"]],
    ["paused", ["resume", "archive"]],
    ["archived", []],
  ]);
});

test("a refused step says where the studio is and what it can do instead", () => {
  expect(refuseStep("publish", "paused")).toMatchObject({
    status: "paused",
    path: ["input", "id"],
    message: "The studio cannot do this now. It is paused: it can be resumed or archived.",
  });
});
