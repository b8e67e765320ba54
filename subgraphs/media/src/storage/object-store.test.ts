import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { buffer, text } from "node:stream/consumers";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openFilesystemStore } from "./filesystem-store.js";
import type { ObjectStore } from "./object-store.js";
import { sealedStore } from "./sealed-store.js";
import { InvalidObjectKey, ObjectNotFound } from "./storage.errors.js";

const drivers = {
  "a filesystem store": openFilesystemStore,
  "a sealed store": async (folder: string) => sealedStore(await openFilesystemStore(folder), randomBytes(32)),
};
async function* breakingOff() {
  yield Buffer.from("x");
  throw new Error("the phone lost its signal");
}
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

describe.each(Object.entries(drivers))("%s", (_name, open) => {
  let folder: string;
  let store: ObjectStore;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "object-store-"));
    store = await open(folder);
  });
  afterEach(() => rm(folder, { recursive: true }));

  const readText = async (key: string) => text((await store.get(key)).body);
  const keysOf = async (prefix: string) => (await store.list({ prefix })).objects.map((object) => object.key);

  test("gives back the bytes, size and content type that were put", async () => {
    const bytes = randomBytes(300_000);
    await store.put("photos/one", bytes, { contentType: "image/jpeg" });
    const { body, ...head } = await store.get("photos/one");
    expect(head).toEqual(await store.head("photos/one"));
    expect(head).toMatchObject({ key: "photos/one", size: 300_000, contentType: "image/jpeg" });
    expect(await buffer(body)).toEqual(bytes);
  });

  test("keeps an empty object", async () => {
    await store.put("empty", new Uint8Array(), asText);
    expect((await store.head("empty")).size).toBe(0);
    expect(await readText("empty")).toBe("");
  });

  test("takes a stream, and stores nothing when it breaks off", async () => {
    await store.put("streamed", Readable.from([Buffer.from("a"), Buffer.from("b")]), asText);
    expect(await readText("streamed")).toBe("ab");
    for (const key of ["streamed", "new"]) {
      await expect(store.put(key, breakingOff(), asText)).rejects.toThrow("the phone lost its signal");
    }
    expect(await readText("streamed")).toBe("ab");
    await expect(store.head("new")).rejects.toThrow(ObjectNotFound);
  });

  test("replaces an object whole, and lets a reader of the old one finish", async () => {
    await store.put("shot", Buffer.alloc(200_000, "a"), asText);
    const before = await store.get("shot");
    await store.put("shot", Buffer.from("b"), asText);
    expect(await text(before.body)).toBe("a".repeat(200_000));
    expect(await readText("shot")).toBe("b");
  });

  test("says which object is missing", async () => {
    for (const attempt of [store.get("gone"), store.head("gone"), store.copy("gone", "kept")]) {
      await expect(attempt).rejects.toMatchObject({ code: "OBJECT_NOT_FOUND", key: "gone" });
    }
    await store.put("file", Buffer.from("x"), asText);
    await expect(store.get("file/below")).rejects.toThrow(ObjectNotFound);
    await expect(store.get("fil")).rejects.toThrow(ObjectNotFound);
  });

  test("copies bytes and content type", async () => {
    await store.put("a", Buffer.from("picture"), { contentType: "image/png" });
    await store.copy("a", "b/c");
    await store.delete("a");
    expect(await readText("b/c")).toBe("picture");
    expect((await store.head("b/c")).contentType).toBe("image/png");
  });

  test("deletes once or twice alike", async () => {
    await store.put("a/b", Buffer.from("x"), asText);
    await store.delete("a/b");
    await store.delete("a/b");
    await expect(store.get("a/b")).rejects.toThrow(ObjectNotFound);
  });

  test("lists by prefix in key order, page by page, each object once", async () => {
    const keys = ["a", "a-b", "a/b", "a/b-c", "a/b/c", "a/b/d", "a0", "b/x", "B"];
    for (const key of keys) await store.put(key, Buffer.from("12345"), asText);
    const sorted = keys.toSorted();
    expect(await keysOf("")).toEqual(sorted);
    expect(await keysOf("a/")).toEqual(["a/b", "a/b-c", "a/b/c", "a/b/d"]);
    expect(await keysOf("a/b")).toEqual(["a/b", "a/b-c", "a/b/c", "a/b/d"]);
    expect(await keysOf("nothing/here")).toEqual([]);
    for (const limit of [1, 2, 4, 9]) {
      const seen: string[] = [];
      let after: string | undefined;
      do {
        const page = await store.list({ prefix: "", limit, ...(after === undefined ? {} : { after }) });
        expect(page.objects.length).toBeLessThanOrEqual(limit);
        expect(page.objects.every((object) => object.size === 5)).toBe(true);
        seen.push(...page.objects.map((object) => object.key));
        after = page.nextAfter;
      } while (after !== undefined);
      expect(seen).toEqual(sorted);
    }
  });

  test("refuses an unbounded page", async () => {
    for (const limit of [0, 1_001, 1.5]) await expect(store.list({ prefix: "", limit })).rejects.toThrow(RangeError);
  });

  test("P33: refuses a key that could leave the store, in every operation", async () => {
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
    expect(await keysOf("")).toEqual([]);
  });

  test("P33: refuses a listing outside the store", async () => {
    for (const prefix of ["../", "/", "a/../", ".incoming/"]) {
      await expect(store.list({ prefix })).rejects.toThrow(InvalidObjectKey);
    }
  });
});
