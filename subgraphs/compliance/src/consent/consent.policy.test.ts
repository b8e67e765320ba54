import { expect, test } from "vitest";
import { checkTextWasCurrent } from "./consent.policy.js";

test("a consent counts for the text that holds now, or where the client does not say which was shown", () => {
  expect(checkTextWasCurrent(3, 3)).toBeNull();
  expect(checkTextWasCurrent(null, 3)).toBeNull();
});

test("a consent to any other text is told which one holds", () => {
  expect(checkTextWasCurrent(2, 3)).toMatchObject({ currentVersion: 3, path: ["input", "textVersion"] });
  expect(checkTextWasCurrent(4, 3)).toMatchObject({ currentVersion: 3 });
});
