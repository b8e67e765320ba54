import { Kind } from "graphql";
import { expect, test } from "vitest";
import { DateTime } from "./date-time.js";

test("takes an instant of any year from 1 on, and no other", () => {
  expect(DateTime.parseValue("0001-01-01T00:00:00Z")).toEqual(new Date("0001-01-01T00:00:00Z"));
  const before = "0001-01-01T00:00:00+01:00";
  expect(() => DateTime.parseValue(before)).toThrow("begins with the year 0001");
  expect(() => DateTime.parseLiteral({ kind: Kind.STRING, value: before })).toThrow("begins with the year 0001");
  expect(() => DateTime.parseValue("2026-02-30T00:00:00Z")).toThrow();
});
