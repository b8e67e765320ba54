import { expect, test } from "vitest";
import type { FieldType } from "./contact-field.policy.js";
import { convertValue, isRefused } from "./convert-value.policy.js";
import type { FieldValue, ValueShape } from "./field-value.policy.js";

const options = [
  { id: "s", label: "Small" },
  { id: "l", label: "Large" },
];

const shape = (type: FieldType, more: Partial<ValueShape> = {}): ValueShape => ({ type, options, ...more });

const convert = (from: FieldType, to: FieldType, value: FieldValue, more: Partial<ValueShape> = {}) => {
  const converted = convertValue(shape(from), shape(to, more), value);
  return isRefused(converted) ? "refused" : converted;
};

test.each([
  ["integer", "text", 12, "12"],
  ["boolean", "text", true, "true"],
  ["single_select", "text", "s", "Small"],
  ["multi_select", "text", ["s", "l"], "Small, Large"],
  ["text", "integer", " 12 ", 12],
  ["text", "decimal", "-1.5", -1.5],
  ["decimal", "integer", 3, 3],
  ["boolean", "integer", true, 1],
  ["text", "boolean", "Yes", true],
  ["text", "boolean", "0", false],
  ["text", "date", "2024-02-29", "2024-02-29"],
  ["date", "date_time", "2024-02-29", "2024-02-29T00:00:00.000Z"],
  ["date_time", "date", "2024-02-29T10:00:00.000Z", "2024-02-29"],
  ["text", "single_select", "large", "l"],
  ["multi_select", "single_select", ["s"], "s"],
  ["single_select", "multi_select", "l", ["l"]],
  ["text", "email", "a@example.org", "a@example.org"],
  ["long_text", "text", "one line", "one line"],
] as const)("%s to %s: %j becomes %j", (from, to, given, kept) => {
  expect(convert(from, to, given as FieldValue)).toEqual(kept);
});

test.each([
  ["text", "integer", "12a"],
  ["decimal", "integer", 1.5],
  ["text", "boolean", "maybe"],
  ["text", "date", "29.02.2024"],
  ["text", "single_select", "Medium"],
  ["multi_select", "single_select", ["s", "l"]],
  ["long_text", "text", "two\nlines"],
  ["text", "url", "example.org"],
] as const)("%s to %s: %j does not convert", (from, to, given) => {
  expect(convert(from, to, given as FieldValue)).toBe("refused");
});

test("what converts must also be a new value of the other field", () => {
  expect(convert("text", "integer", "12", { validation: { max: 10 } })).toBe("refused");
  expect(convert("text", "single_select", "s", { options: [{ id: "s", label: "Small", retired: true }] })).toBe(
    "refused",
  );
  expect(convert("long_text", "text", "4111111111111111")).toBe("refused");
});

test("a refusal names what was expected, never the value", () => {
  expect(JSON.stringify(convertValue(shape("text"), shape("date"), "secret canary"))).not.toContain("canary");
});
