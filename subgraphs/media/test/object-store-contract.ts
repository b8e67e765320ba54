import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { buffer, text } from "node:stream/consumers";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openFilesystemStore } from "../src/storage/filesystem-store.js";
import { describeHostileInput } from "./object-store-input-contract.js";
import type { ObjectStore } from "../src/storage/object-store.js";
import { sealedStore } from "../src/storage/sealed-store.js";
import { ObjectNotFound } from "../src/storage/storage.errors.js";

async function* breakingOff() {
  yield Buffer.from("x");
  throw new Error("the phone lost its signal");
}
const asText = { contentType: "text/plain" };

/** Opens an empty store, and says how to remove it again. */
export type OpenEmptyStore = () => Promise<{ store: ObjectStore; remove: () => Promise<void> }>;

/** An empty store in a temporary folder. */
export async function emptyFolderStore(): ReturnType<OpenEmptyStore> {
  const folder = await mkdtemp(join(tmpdir(), "object-store-"));
  return { store: await openFilesystemStore(folder), remove: () => rm(folder, { recursive: true }) };
}

/** The contract that every driver keeps, and every driver sealed. */
export function describeObjectStore(driver: string, open: OpenEmptyStore): void {
  describeContract(driver, open);
  describeContract(`${driver}, sealed`, async () => {
    const { store, remove } = await open();
    return { store: sealedStore(store, randomBytes(32)), remove };
  });
}

const describeContract = (name: string, open: OpenEmptyStore) =>
  describe.each([name])("%s", () => {
    let store: ObjectStore;
    let remove: () => Promise<void>;
    beforeEach(async () => {
      ({ store, remove } = await open());
    });
    afterEach(async () => {
      store.close();
      await remove();
    });

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

    test("gives any range of an object, and no byte outside it", async () => {
      const bytes = randomBytes(200_000);
      await store.put("film", bytes, asText);
      for (const [start, end] of [
        [0, 1],
        [0, 200_000],
        [65_535, 65_537],
        [65_536, 131_072],
        [131_071, 131_072],
        [199_999, 200_000],
        [1, 999_999],
      ] as const) {
        const part = await store.get("film", { start, end });
        expect(part.size).toBe(200_000);
        expect((await buffer(part.body)).equals(bytes.subarray(start, end)), `${start} to ${end}`).toBe(true);
      }
      expect(await buffer((await store.get("film", { start: 150_000 })).body)).toEqual(bytes.subarray(150_000));
      for (const range of [{ start: 200_000 }, { start: 5, end: 5 }, { start: -1, end: 3 }, { start: 0.5 }]) {
        await expect(store.get("film", range)).rejects.toMatchObject({ code: "RANGE_OUTSIDE", key: "film" });
      }
    });

    test("takes an object larger than it may hold in memory at once", async () => {
      const piece = randomBytes(1024 * 1024);
      async function* twenty() {
        for (let n = 0; n < 20; n++) yield piece;
      }
      await store.put("large", twenty(), asText);
      expect((await store.head("large")).size).toBe(20 * piece.length);
      const { body } = await store.get("large", { start: 19 * piece.length });
      expect((await buffer(body)).equals(piece)).toBe(true);
    });

    test("says which object is missing", async () => {
      const attempts = [() => store.get("gone"), () => store.head("gone"), () => store.copy("gone", "kept")];
      for (const attempt of attempts) {
        await expect(attempt()).rejects.toMatchObject({ code: "OBJECT_NOT_FOUND", key: "gone" });
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

    describeHostileInput(() => store);
  });
