import { expect, test } from "vitest";
import { localKeyService } from "./key-service.js";
import { SealBroken, blindIndex, deriveKey, newKey, open, seal } from "./seal.js";

test("what was sealed opens with the same key and context", () => {
  const key = newKey();
  expect(open(key, seal(key, "4821", "contact:1:phone"), "contact:1:phone").toString()).toBe("4821");
});

test("sealing twice gives different bytes", () => {
  const key = newKey();
  expect(seal(key, "same", "c").equals(seal(key, "same", "c"))).toBe(false);
});

test("another key, another context, every changed byte and a cut are noticed", () => {
  const key = newKey();
  const sealed = seal(key, "secret", "here");
  expect(() => open(newKey(), sealed, "here")).toThrow(SealBroken);
  expect(() => open(key, sealed, "there")).toThrow(SealBroken);
  for (let i = 0; i < sealed.length; i++) {
    const changed = Buffer.from(sealed);
    changed[i]! ^= 1;
    expect(() => open(key, changed, "here")).toThrow(SealBroken);
    expect(() => open(key, sealed.subarray(0, i), "here")).toThrow(SealBroken);
  }
});

test("a wrapped data key opens for its owner only", async () => {
  const keys = localKeyService(newKey());
  const { key, wrapped } = await keys.newDataKey("contact:1");
  expect((await keys.unwrap(wrapped, "contact:1")).equals(key)).toBe(true);
  await expect(keys.unwrap(wrapped, "contact:2")).rejects.toThrow(SealBroken);
});

test("keys for two purposes differ, and so do two values' indexes", () => {
  const master = newKey();
  expect(deriveKey(master, "a").equals(deriveKey(master, "b"))).toBe(false);
  expect(blindIndex(master, "a").equals(blindIndex(master, "b"))).toBe(false);
});
