import "reflect-metadata";
import { expect, test } from "vitest";
import type { ApiClientViewer } from "@studio/kit/auth/viewer.js";
import { newId } from "@studio/kit/id.js";
import type { FieldValue } from "../contact-field/field-value.policy.js";
import { NOBODY, judgeValues, type WritableField } from "./judge-values.policy.js";

const hr: ApiClientViewer = {
  kind: "api_client",
  accountId: newId(),
  clientId: newId(),
  purpose: "hr_sync",
  scopes: ["contacts:write"],
  fieldGrants: [],
};

const field = (sensitivity: "L2" | "L3"): WritableField => ({
  id: newId(),
  key: "badge",
  type: "single_select",
  sensitivity,
  owner: "hr",
  state: "active",
  options: [
    { id: "old", label: "Old", retired: true },
    { id: "older", label: "Older", retired: true },
  ],
  validation: { required: true },
});

/** What HR is answered about a value, where a contact has another. */
function answer(about: WritableField, held: FieldValue | null, value: FieldValue | null) {
  const known = { ...NOBODY, id: newId(), version: 1, status: "verified" as const };
  const custom = new Map(held === null ? [] : [[about.id, held] as const]);
  const { values, errors } = judgeValues(hr, { custom: [{ field: about, value, path: [] }] }, { ...known, custom });
  return { written: values.custom.length, errors: errors.map(({ message }) => message) };
}

test("a retired option that is guessed right is answered like a wrong guess, where HR may only write", () => {
  const secret = field("L3");
  const wrong = answer(secret, "older", "old");
  expect(wrong.errors).toEqual(["Expected an option that is still offered."]);
  expect(answer(secret, "old", "old")).toEqual(wrong);
  expect(answer(secret, null, "old")).toEqual(wrong);
});

test("clearing a required value is answered alike whether or not there is one, where HR may only write", () => {
  const secret = field("L3");
  expect(answer(secret, null, null)).toEqual(answer(secret, "old", null));
  expect(answer(secret, null, null).written).toBe(0);
});

test("what HR may read it may send again unchanged, retired or not", () => {
  expect(answer(field("L2"), "old", "old")).toEqual({ written: 0, errors: [] });
});
