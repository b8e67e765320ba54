import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { expect, onTestFinished, test } from "vitest";
import { SEALED_HEADER_BYTES } from "@studio/kit/crypto/sealed-stream.js";
import { openFilesystemStore } from "./filesystem-store.js";
import type { ObjectStore } from "./object-store.js";
import { sealedStore } from "./sealed-store.js";
import { ObjectCorrupt } from "./storage.errors.js";

const asText = { contentType: "text/plain" };

async function castOfStores() {
  const folder = await mkdtemp(join(tmpdir(), "sealed-store-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const atRest = await openFilesystemStore(folder);
  return { atRest, sealed: sealedStore(atRest, randomBytes(32)) };
}

test("P28: the bytes at rest do not contain the picture, and never look the same twice", async () => {
  const { atRest, sealed } = await castOfStores();
  await sealed.put("a", Buffer.from("a face, twenty-five letters"), asText);
  const first = await readAll(atRest, "a");
  await sealed.put("a", Buffer.from("a face, twenty-five letters"), asText);
  const second = await readAll(atRest, "a");
  expect(first.includes("face")).toBe(false);
  expect(first.equals(second)).toBe(false);
});

test("P19: once the data key is destroyed, no other key opens the object", async () => {
  const { atRest, sealed } = await castOfStores();
  await sealed.put("a", Buffer.from("a face"), asText);
  await expect(readAll(sealedStore(atRest, randomBytes(32)), "a")).rejects.toThrow(ObjectCorrupt);
  await expect(sealedStore(atRest, Buffer.alloc(32)).copy("a", "b")).rejects.toThrow(ObjectCorrupt);
});

/** Twelve bytes more than two segments. */
const film = randomBytes(2 * 65_536 + 12);

const readAll = async (store: ObjectStore, key: string) => buffer((await store.get(key)).body);

test("a changed byte is noticed wherever it is, and nothing of its segment is handed out", async () => {
  const { atRest, sealed } = await castOfStores();
  await sealed.put("a", Buffer.from("a face"), asText);
  const stored = await readAll(atRest, "a");
  for (let position = 0; position < stored.length; position++) {
    const changed = Buffer.from(stored);
    changed[position]! ^= 1;
    await atRest.put("a", changed, asText);
    await expect(readAll(sealed, "a")).rejects.toMatchObject({ code: "OBJECT_CORRUPT", key: "a" });
  }
});

test("a shortened or lengthened object is noticed, also where a segment ends", async () => {
  const { atRest, sealed } = await castOfStores();
  await sealed.put("a", film, asText);
  const stored = await readAll(atRest, "a");
  const segmentEnd = SEALED_HEADER_BYTES + 65_536 + 16;
  const cuts = [0, 20, SEALED_HEADER_BYTES, segmentEnd, segmentEnd + 16, stored.length - 28, stored.length - 1];
  for (const changed of [...cuts.map((end) => stored.subarray(0, end)), Buffer.concat([stored, Buffer.of(0)])]) {
    await atRest.put("a", changed, asText);
    await expect(readAll(sealed, "a"), `${changed.length} bytes`).rejects.toThrow(ObjectCorrupt);
  }
});

test("segments that changed places, were repeated, or come from another object are noticed", async () => {
  const { atRest, sealed } = await castOfStores();
  await sealed.put("a", film, asText);
  await sealed.put("b", film, asText);
  const [a, b] = [await readAll(atRest, "a"), await readAll(atRest, "b")];
  const segment = (of: Buffer, index: number) => {
    const start = SEALED_HEADER_BYTES + index * (65_536 + 16);
    return of.subarray(start, start + 65_536 + 16);
  };
  const header = a.subarray(0, SEALED_HEADER_BYTES);
  for (const order of [
    [segment(a, 1), segment(a, 0), segment(a, 2)],
    [segment(a, 0), segment(a, 0), segment(a, 2)],
    [segment(b, 0), segment(a, 1), segment(a, 2)],
  ]) {
    await atRest.put("a", Buffer.concat([header, ...order]), asText);
    await expect(readAll(sealed, "a")).rejects.toThrow(ObjectCorrupt);
  }
});

test("a range opens the segments it touches and no other", async () => {
  const { atRest, sealed } = await castOfStores();
  await sealed.put("a", film, asText);
  const stored = await readAll(atRest, "a");
  stored[stored.length - 1]! ^= 1;
  await atRest.put("a", stored, asText);
  const readRange = async (start: number, end: number) => buffer((await sealed.get("a", { start, end })).body);
  expect(await readRange(65_530, 65_540)).toEqual(film.subarray(65_530, 65_540));
  await expect(readRange(131_071, 131_073)).rejects.toThrow(ObjectCorrupt);
});

test("an object moved to another name at rest cannot be read as that one", async () => {
  const { atRest, sealed } = await castOfStores();
  await sealed.put("contact-1/photo", Buffer.from("a face"), asText);
  await atRest.copy("contact-1/photo", "contact-2/photo");
  await expect(readAll(sealed, "contact-2/photo")).rejects.toThrow(ObjectCorrupt);
  await sealed.copy("contact-1/photo", "contact-3/photo");
  expect((await readAll(sealed, "contact-3/photo")).toString()).toBe("a face");
});

test("refuses a data key that is not 256 bits", async () => {
  const { atRest } = await castOfStores();
  expect(() => sealedStore(atRest, randomBytes(16))).toThrow(RangeError);
});
