import { expect, test } from "vitest";
import { newKey } from "../crypto/seal.js";
import { CursorCodec } from "./cursor.js";

const codec = new CursorCodec(newKey());
const notFound = expect.objectContaining({ extensions: { code: "NOT_FOUND" } });

test("a cursor leads back to its position", () => {
  const cursor = codec.encode("account-1", "contacts", ["jane@example.com", "id-1"]);
  expect(codec.decode("account-1", "contacts", cursor)).toEqual(["jane@example.com", "id-1"]);
});

test("one position has one cursor, and no two share a nonce", () => {
  const nonceOf = (keys: number[], list = "contacts") => codec.encode("account-1", list, keys).slice(0, 17);
  expect(codec.encode("account-1", "contacts", [1])).toBe(codec.encode("account-1", "contacts", [1]));
  expect(new Set([nonceOf([1]), nonceOf([2]), nonceOf([1], "studios")]).size).toBe(3);
});

test("a cursor shows no value of the row it points at", () => {
  const cursor = codec.encode("account-1", "contacts", ["jane@example.com"]);
  expect(Buffer.from(cursor, "base64url").toString("latin1")).not.toContain("jane");
});

test("another account, another list, a changed byte and plain text are not found", () => {
  const cursor = codec.encode("account-1", "contacts", [1]);
  const changed = cursor.slice(0, 20) + (cursor[20] === "A" ? "B" : "A") + cursor.slice(21);
  expect(() => codec.decode("account-2", "contacts", cursor)).toThrow(notFound);
  expect(() => codec.decode("account-1", "studios", cursor)).toThrow(notFound);
  expect(() => codec.decode("account-1", "contacts", changed)).toThrow(notFound);
  expect(() => codec.decode("account-1", "contacts", "10")).toThrow(notFound);
});
