import type { MediaServices } from "../context.js";
import { notThere } from "../delivery/find-picture.js";
import { HttpRefusal } from "../http-refusal.js";
import { photoKey } from "../photo/photo-key.js";
import { ContactKeyGone } from "../published/contact-key.js";
import { findPublishedContacts } from "../published/published-contact.js";
import { sealedStore } from "../storage/sealed-store.js";
import { ObjectNotFound } from "../storage/storage.errors.js";
import type { ObjectContent } from "../storage/object-store.js";
import { captionsOf } from "./gallery-captions.js";
import { listGalleryPictures, type GalleryPicture } from "./gallery-picture.repository.js";
import { isShownInGallery } from "./gallery-visitor.js";
import { stateOf } from "./gallery.policy.js";
import { findGalleryByLink } from "./gallery.repository.js";
import type { GalleryRow } from "./gallery.table.js";

/** The gallery of a link, while it is open. @throws HttpRefusal 404 for no such link, 403 once it is locked or expired */
export async function openGallery({ db, clock, galleryLinks }: MediaServices, token: string): Promise<GalleryRow> {
  const link = galleryLinks.read(token);
  const gallery =
    link && (await db.inAccount(link.accountId, (tx) => findGalleryByLink(tx, link.accountId, link.digest)));
  if (!gallery) throw new HttpRefusal(404, "NOT_FOUND", "There is no such gallery.");
  switch (stateOf(gallery, clock.now())) {
    case "open":
      return gallery;
    case "locked":
      throw new HttpRefusal(403, "GALLERY_LOCKED", "This gallery is closed.");
    case "expired":
      throw new HttpRefusal(403, "GALLERY_EXPIRED", "This gallery has expired.");
  }
}

/** A headshot, and what is said under it; null for nothing. */
export interface ShownPicture extends GalleryPicture {
  caption: string | null;
}

/** What an open gallery shows now: what the access table lets an open gallery show. */
export function shownIn({ db }: MediaServices, gallery: GalleryRow, photoId?: string): Promise<ShownPicture[]> {
  const { accountId } = gallery;
  return db.inAccount(accountId, async (tx) => {
    const pictures = await listGalleryPictures(tx, gallery, photoId);
    const ids = [...new Set(pictures.map(({ contactId }) => contactId))];
    const contacts = await findPublishedContacts(tx, accountId, ids);
    const open = contacts.filter((contact) => isShownInGallery(accountId, "acceptedDerivative", contact));
    const captions = await captionsOf(tx, gallery, open);
    const shown = new Set(open.map(({ contactId }) => contactId));
    return pictures
      .filter(({ contactId }) => shown.has(contactId))
      .map((picture) => ({ ...picture, caption: captions.get(picture.contactId) ?? null }));
  });
}

/**
 * A headshot's bytes, if the gallery still is open and still shows it.
 * @param before as it was shown before: it must be the same version under the same caption still
 * @throws HttpRefusal 403 | 404
 */
export async function readFromGallery(
  services: MediaServices,
  token: string,
  photoId: string,
  before?: ShownPicture,
): Promise<{ picture: ShownPicture; content: ObjectContent }> {
  const gallery = await openGallery(services, token);
  const [picture] = await shownIn(services, gallery, photoId);
  if (!picture) throw notThere();
  if (before && (picture.digest !== before.digest || picture.caption !== before.caption)) throw notThere();
  const { db, keys, objects } = services;
  try {
    const owner = { ...picture, accountId: gallery.accountId };
    const key = await db.inAccount(gallery.accountId, (tx) => photoKey(tx, keys, owner));
    return { picture, content: await sealedStore(objects, key).get(picture.objectKey) };
  } catch (error) {
    throw error instanceof ContactKeyGone || error instanceof ObjectNotFound ? notThere() : error;
  }
}
