import { after } from "@studio/kit/clock.js";
import type { MediaServices } from "../context.js";
import { HttpRefusal } from "../http-refusal.js";
import { countTry, forgetTries, lockTries } from "./gallery-attempt.repository.js";
import type { GalleryRow } from "./gallery.table.js";
import { isPin } from "./pin.js";
import { PIN_WINDOW_MS, retryAt } from "./pin-attempt.policy.js";

/**
 * Answers a PIN with a pass for an hour. A try is counted before the PIN is looked at, so tries at once count as well
 * as tries in turn (P10, P32). @throws HttpRefusal 403 for a wrong PIN, 429 for too many
 */
export async function enterPin(
  services: MediaServices,
  gallery: GalleryRow,
  address: string,
  pin: string,
): Promise<{ pass: string; expiresAt: Date }> {
  const { db, clock, galleryLinks } = services;
  const { accountId, pinDigest } = gallery;
  const trier = { gallery, address: galleryLinks.addressDigest(gallery, address) };
  const wait = await db.inAccount(accountId, async (tx) => {
    const at = clock.now();
    const { own, all } = await lockTries(tx, trier, at);
    const next = retryAt(own, all, at);
    if (next === null) await countTry(tx, trier, at, after(at, -PIN_WINDOW_MS));
    return next && next.getTime() - at.getTime();
  });
  if (wait !== null) throw tooMany(wait);
  if (pinDigest !== null && !(await isPin(pin, pinDigest)))
    throw new HttpRefusal(403, "PIN_WRONG", "This is not the PIN.");
  await db.inAccount(accountId, (tx) => forgetTries(tx, trier));
  return galleryLinks.newPass(gallery);
}

function tooMany(waitMs: number): HttpRefusal {
  const retryAfter = String(Math.ceil(waitMs / 1_000));
  const message = "The PIN was tried too often. Wait, and try again.";
  return new HttpRefusal(429, "TOO_MANY_TRIES", message, {
    details: { retryAfter },
    headers: { "retry-after": retryAfter },
  });
}
