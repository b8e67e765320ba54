import { expect, test } from "vitest";
import type { ObjectStore } from "../src/storage/object-store.js";
import { InvalidObjectKey } from "../src/storage/storage.errors.js";

const asText = { contentType: "text/plain" };

const HOSTILE_KEYS = [
  "",
  "/",
  "..",
  "../x",
  "a/../../x",
  "a//b",
  "/etc/passwd",
  "a/",
  ".incoming/x",
  "a/.hidden",
  "a\\b",
  "a\0b",
  "a\n",
  "ä",
  "a~",
  "a%2e%2e",
  "x".repeat(513),
  `${"x".repeat(201)}/y`,
];

/** What every driver refuses before it does anything. */
export function describeHostileInput(storeUnderTest: () => ObjectStore): void {
  test("refuses a content type that would smuggle a header", async () => {
    const store = storeUnderTest();
    for (const contentType of ["image/png\r\nset-cookie: a=b", "", "png", `image/${"x".repeat(200)}`]) {
      await expect(store.put("a", Buffer.from("x"), { contentType })).rejects.toThrow(TypeError);
    }
  });

  test("refuses an unbounded page", async () => {
    const store = storeUnderTest();
    for (const limit of [0, 1_001, 1.5]) await expect(store.list({ prefix: "", limit })).rejects.toThrow(RangeError);
  });

  test("P33: refuses a key that could leave the store, in every operation", async () => {
    const store = storeUnderTest();
    for (const key of HOSTILE_KEYS) {
      const outcomes = await Promise.allSettled([
        store.put(key, Buffer.from("x"), asText),
        store.get(key),
        store.head(key),
        store.delete(key),
        store.copy(key, "a"),
        store.copy("a", key),
      ]);
      const reasons = outcomes.map((outcome) => (outcome.status === "rejected" ? outcome.reason : "accepted"));
      expect(reasons.filter((reason) => !(reason instanceof InvalidObjectKey))).toEqual([]);
    }
    expect((await store.list({ prefix: "" })).objects).toEqual([]);
  });

  test("P33: refuses a listing outside the store", async () => {
    const store = storeUnderTest();
    for (const prefix of ["../", "/", "a/../", ".incoming/"]) {
      await expect(store.list({ prefix })).rejects.toThrow(InvalidObjectKey);
    }
  });
}
