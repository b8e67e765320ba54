import { describe, expect, test } from "vitest";
import { isSealed, keyProblem, FIELD_TYPES, type FieldType } from "./contact-field.policy.js";
import { readFieldValue } from "./field-value.policy.js";

const options = [
  { id: "s", label: "Small" },
  { id: "l", label: "Large" },
];

const read = (type: FieldType, value: unknown) => {
  const result = readFieldValue({ type, options }, value);
  return result.ok ? result.value : "refused";
};

const GOOD: [FieldType, unknown, unknown][] = [
  ["text", "  a\u0308b ", "äb"],
  ["long_text", "one\r\ntwo\tthree", "one\ntwo\tthree"],
  ["integer", -3, -3],
  ["decimal", 1.5, 1.5],
  ["boolean", false, false],
  ["date", "2024-02-29", "2024-02-29"],
  ["date_time", "2024-02-29T10:00:00+02:00", "2024-02-29T08:00:00.000Z"],
  ["single_select", "s", "s"],
  ["multi_select", ["l", "s", "l"], ["s", "l"]],
  ["email", "A@example.org", "A@example.org"],
  ["phone", "+49 151 2345678", "+491512345678"],
  ["url", "https://example.org/a?b", "https://example.org/a?b"],
];

const BAD: [FieldType, unknown[]][] = [
  ["text", ["", " ", "two\nlines", "x".repeat(501), 5, null, {}]],
  ["long_text", ["", "a\u0000b", "x".repeat(10_001), ["a"]]],
  ["integer", [1.5, "1", 2 ** 53, Number.NaN, true]],
  ["decimal", ["1.5", Number.POSITIVE_INFINITY, null]],
  ["boolean", ["true", 0, 1]],
  ["date", ["2023-02-29", "2024-2-9", "29.02.2024", "2024-02-29T00:00:00Z", 20_240_229]],
  ["date_time", ["2024-02-29", "2024-02-29T10:00:00", "2024-02-30T10:00:00Z", "2024-02-29T25:00:00Z"]],
  ["single_select", ["Small", "x", "", ["s"]]],
  ["multi_select", ["s", [], ["s", "x"], [1]]],
  ["email", ["a", "a@localhost"]],
  ["phone", ["0151", 491_512_345_678]],
  ["url", ["javascript:alert(1)", "ftp://example.org", "https://user:secret@example.org", "example.org", "https://"]],
];

test("every type has values that are read and values that are refused", () => {
  expect(GOOD.map(([type]) => type)).toEqual([...FIELD_TYPES]);
  expect(BAD.map(([type]) => type)).toEqual([...FIELD_TYPES]);
});

test.each(GOOD)("reads %s %j as %j", (type, given, kept) => {
  expect(read(type, given)).toEqual(kept);
});

describe.each(BAD)("as %s", (type, values) => {
  test.each(values.map((value) => [value]))("refuses %j", (value) => {
    expect(read(type, value)).toBe("refused");
  });
});

test("what is read is read again as the same", () => {
  for (const [type, given] of GOOD) expect(read(type, read(type, given))).toEqual(read(type, given));
});

test("says what was expected, never what was given", () => {
  const result = readFieldValue({ type: "date", options }, "secret canary");
  expect(result).toEqual({ ok: false, expected: "a date as YYYY-MM-DD (RFC 3339)" });
});

test.each(["department", "a1", "x_y_2", "work_email", "status_2", "a".repeat(64)])("%s may name a field", (key) => {
  expect(keyProblem(key)).toBeNull();
});

test.each([
  "",
  "a",
  "1a",
  "A1",
  "_a",
  "__proto__",
  "constructor",
  "prototype",
  "a-b",
  "a b",
  "ä1",
  "ab_",
  "a".repeat(65),
  "id",
  "name",
  "email",
  "phone",
  "status",
  "first_name",
  "firstname",
  "external_id",
  "groups",
  "created_at",
])("%j may not name a field", (key) => {
  expect(keyProblem(key)).not.toBeNull();
});

test("confidential and restricted values are sealed", () => {
  expect((["L0", "L1", "L2", "L3"] as const).map(isSealed)).toEqual([false, false, true, true]);
});
