import { expect, test } from "vitest";
import { readExternalId, readName } from "./name.policy.js";
import { readPhone } from "./phone.policy.js";

test.each([
  ["+49 (151) 234-56.78", "+491512345678"],
  ["0049 151 2345678", "+491512345678"],
])("reads %j as E.164", (text, number) => {
  expect(readPhone(text)).toBe(number);
});

test.each(["", "12", "0151 2345678", "+0151234567", "+49 151 x", `+${"1".repeat(16)}`])(
  "refuses the phone number %j",
  (text) => {
    expect(readPhone(text)).toBeNull();
  },
);

test("names are trimmed and composed, and carry no control characters", () => {
  expect(readName("  Rene\u0301 ")).toBe("René");
  expect(["", "   ", "a\nb", "a\u2028b", "\ud800", "x".repeat(101)].map(readName)).toEqual(Array(6).fill(null));
});

test("an external id is 1 to 128 visible characters", () => {
  expect(readExternalId(" E-1 ")).toBe("E-1");
  expect(["", " ", "a\tb", "a\u200bb", "x".repeat(129)].map(readExternalId)).toEqual(Array(5).fill(null));
});
