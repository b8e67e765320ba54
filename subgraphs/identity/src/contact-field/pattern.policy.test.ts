import { expect, test } from "vitest";
import { readPattern } from "./pattern.policy.js";

test("a pattern fits the whole text or not at all", () => {
  const pattern = readPattern("[A-Z]{2}\\d+");
  expect(pattern?.matchesWhole("AB12")).toBe(true);
  expect(pattern?.matchesWhole("xAB12")).toBe(false);
  expect(pattern?.matchesWhole("AB12\n")).toBe(false);
});

test.each(["", "(", "a**", "(?=a)b", "(?<!a)b", "(a)\\1", "(a{1000}){1000}", "((a{99}){99})", "x".repeat(201)])(
  "%j is no pattern",
  (source) => {
    expect(readPattern(source)).toBeNull();
  },
);

/** What hangs a backtracking engine for longer than the universe is old. */
test.each(["(a+)+$", "(a|aa)+$", "(.*a){20}", "([a-z]+\\s?)+", "(x+x+)+y", "(a?){500}a{500}", "(.{0,40}){0,40}"])(
  "no pattern can hang the service: %s",
  (source) => {
    const started = performance.now();
    readPattern(source)?.matchesWhole(`${"a".repeat(2000)}!`);
    expect(performance.now() - started).toBeLessThan(500);
  },
);
