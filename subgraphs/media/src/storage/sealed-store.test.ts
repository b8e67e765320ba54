import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer, text } from "node:stream/consumers";
import { expect, onTestFinished, test } from "vitest";
import { openFilesystemStore } from "./filesystem-store.js";
import { MAX_SEALED_BYTES, sealedStore } from "./sealed-store.js";
import { ObjectCorrupt, ObjectNotFound, ObjectTooLarge } from "./storage.errors.js";

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
  const first = await buffer((await atRest.get("a")).body);
  await sealed.put("a", Buffer.from("a face, twenty-five letters"), asText);
  const second = await buffer((await atRest.get("a")).body);
  expect(first.includes("face")).toBe(false);
  expect(first.equals(second)).toBe(false);
});

test("P19: once the data key is destroyed, no other key opens the object", async () => {
  const { atRest, sealed } = await castOfStores();
  await sealed.put("a", Buffer.from("a face"), asText);
  await expect(sealedStore(atRest, randomBytes(32)).get("a")).rejects.toThrow(ObjectCorrupt);
  await expect(sealedStore(atRest, Buffer.alloc(32)).copy("a", "b")).rejects.toThrow(ObjectCorrupt);
});

test("any single changed byte is noticed", async () => {
  const { atRest, sealed } = await castOfStores();
  await sealed.put("a", Buffer.from("a face"), asText);
  const stored = await buffer((await atRest.get("a")).body);
  for (let position = 0; position < stored.length; position++) {
    const changed = Buffer.from(stored);
    changed[position]! ^= 1;
    await atRest.put("a", changed, asText);
    await expect(sealed.get("a")).rejects.toMatchObject({ code: "OBJECT_CORRUPT", key: "a" });
  }
});

test("a shortened or lengthened object is noticed", async () => {
  const { atRest, sealed } = await castOfStores();
  await sealed.put("a", Buffer.from("a face"), asText);
  const stored = await buffer((await atRest.get("a")).body);
  for (const changed of [
    Buffer.alloc(0),
    stored.subarray(0, 20),
    stored.subarray(0, -1),
    Buffer.concat([stored, Buffer.of(0)]),
  ]) {
    await atRest.put("a", changed, asText);
    await expect(sealed.get("a")).rejects.toThrow(ObjectCorrupt);
  }
});

test("an object moved to another name at rest cannot be read as that one", async () => {
  const { atRest, sealed } = await castOfStores();
  await sealed.put("contact-1/photo", Buffer.from("a face"), asText);
  await atRest.copy("contact-1/photo", "contact-2/photo");
  await expect(sealed.get("contact-2/photo")).rejects.toThrow(ObjectCorrupt);
  await sealed.copy("contact-1/photo", "contact-3/photo");
  expect(await text((await sealed.get("contact-3/photo")).body)).toBe("a face");
});

test("refuses more than it may hold in memory, before storing any of it", async () => {
  const { sealed } = await castOfStores();
  const chunk = Buffer.alloc(1024 * 1024);
  let given = 0;
  const endless = (async function* () {
    for (;;) {
      given += chunk.length;
      yield chunk;
    }
  })();
  await expect(sealed.put("a", endless, asText)).rejects.toThrow(ObjectTooLarge);
  expect(given).toBe(MAX_SEALED_BYTES + chunk.length);
  await expect(sealed.head("a")).rejects.toThrow(ObjectNotFound);
});

test("refuses a data key that is not 256 bits", async () => {
  const { atRest } = await castOfStores();
  expect(() => sealedStore(atRest, randomBytes(16))).toThrow(RangeError);
});
