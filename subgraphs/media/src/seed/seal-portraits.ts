import { cleanKey, derivativeKey, originalKey } from "../photo/object-keys.js";
import type { ObjectStore } from "../storage/object-store.js";
import { sealedStore } from "../storage/sealed-store.js";
import type { DemoPortrait } from "./demo-portraits.js";

/** How many portraits are written at once: enough to keep a disk busy. */
const AT_ONCE = 16;

/** A demo photo whose bytes are to be put in place. */
export interface PortraitToSeal {
  photo: { accountId: string; contactId: string; id: string };
  portrait: DemoPortrait;
  key: Buffer;
}

/** Where a demo photo's bytes lie: the same at every start. */
export function demoObjectKeys({ photo, portrait }: Omit<PortraitToSeal, "key">): { original: string; edited: string } {
  const { recipeHash, sha256 } = portrait.edited;
  const original = cleanKey(originalKey(photo, "demo"), portrait.originalDigest);
  return { original, edited: derivativeKey(photo, recipeHash, sha256) };
}

/** Seals every portrait under its contact's key. */
export async function sealPortraits(objects: ObjectStore, portraits: readonly PortraitToSeal[]): Promise<void> {
  const waiting = [...portraits];
  const work = async () => {
    for (let next = waiting.pop(); next; next = waiting.pop()) await sealOne(objects, next);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}

async function sealOne(objects: ObjectStore, task: PortraitToSeal): Promise<void> {
  const store = sealedStore(objects, task.key);
  const at = demoObjectKeys(task);
  const { original, edited } = task.portrait;
  await Promise.all([
    store.put(at.original, original, { contentType: "image/jpeg" }),
    store.put(at.edited, edited.bytes, { contentType: edited.contentType }),
  ]);
}
