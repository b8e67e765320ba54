import { expect, test } from "vitest";
import { newId } from "../id.js";
import { fromGlobalId, parseGlobalId, toGlobalId } from "./global-id.js";

test("a global id holds its type and uuid", () => {
  const id = newId();
  expect(parseGlobalId(toGlobalId("Contact", id))).toEqual({ type: "Contact", id });
  expect(fromGlobalId("Contact", toGlobalId("Contact", id))).toBe(id);
});

test("another type's id, text and a re-encoded id are not found", () => {
  const id = newId();
  const wrong = [toGlobalId("Studio", id), "", "nonsense", toGlobalId("Contact", "1"), `${toGlobalId("Contact", id)}=`];
  for (const globalId of wrong) {
    expect(() => fromGlobalId("Contact", globalId)).toThrow(
      expect.objectContaining({ extensions: { code: "NOT_FOUND" } }),
    );
  }
});
