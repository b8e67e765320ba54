import { allow, deny } from "graphql-shield";
import { expect, test } from "vitest";
import { UnguardableSchema } from "./guard-schema.js";
import { joinRules } from "./join-rules.js";

test("keeps every slice's rules of a type", () => {
  const joined = joinRules({ Thing: { a: allow } }, { Thing: { b: deny }, Query: { thing: allow } });
  expect(joined).toEqual({ Thing: { a: allow, b: deny }, Query: { thing: allow } });
});

test("refuses two rules of one field", () => {
  expect(() => joinRules({ Thing: { a: allow } }, { Thing: { a: deny } })).toThrow(UnguardableSchema);
});
