import { expect, test } from "vitest";
import { evaluatePreconditions, rangeApplies } from "./preconditions.js";

const ETAG = '"abc"';

test.each<[string, Record<string, string>, ReturnType<typeof evaluatePreconditions>]>([
  ["no condition", {}, "proceed"],
  ["another version known", { "if-none-match": '"x"' }, "proceed"],
  ["this version known", { "if-none-match": '"abc"' }, "not_modified"],
  ["this version known weakly", { "if-none-match": 'W/"abc"' }, "not_modified"],
  ["this version known among others", { "if-none-match": '"x", "abc"' }, "not_modified"],
  ["any version known", { "if-none-match": "*" }, "not_modified"],
  ["a tag without quotes", { "if-none-match": "abc" }, "proceed"],
  ["this version expected", { "if-match": '"abc"' }, "proceed"],
  ["any version expected", { "if-match": "*" }, "proceed"],
  ["another version expected", { "if-match": '"x"' }, "failed"],
  ["this version expected weakly", { "if-match": 'W/"abc"' }, "failed"],
  ["expectation before knowledge", { "if-match": '"x"', "if-none-match": '"abc"' }, "failed"],
])("RFC 9110: %s", (_what, headers, outcome) => {
  expect(evaluatePreconditions(new Headers(headers), ETAG)).toBe(outcome);
});

test("a range counts where the version is the very same", () => {
  const applies = (ifRange?: string) => rangeApplies(new Headers(ifRange ? { "if-range": ifRange } : {}), ETAG);
  expect([applies(), applies('"abc"')]).toEqual([true, true]);
  expect([applies('"x"'), applies('W/"abc"'), applies("Sat, 29 Oct 1994 19:43:31 GMT")]).toEqual([false, false, false]);
});
