import { changeState } from "@studio/kit/db/change.js";
import { newId } from "@studio/kit/id.js";
import type { MediaServices } from "../context.js";
import { ImageRefused } from "../imaging/image-refusal.js";
import { ContactKeyGone } from "../published/contact-key.js";
import { everyAccount } from "../published/every-account.js";
import { findPublishedContacts } from "../published/published-contact.js";
import { ObjectCorrupt, ObjectNotFound } from "../storage/storage.errors.js";
import { cleanOriginal, discardUploaded, type CleaningServices } from "./clean-original.js";
import { forgetUploaded, listUncleaned } from "./clean-original.repository.js";
import { CLEAN_ORIGINALS } from "./clean-originals.job.js";
import { photoKey } from "./photo-key.js";
import type { PhotoRow } from "./photo.table.js";

/** What the job needs of the services. */
export type SweepingServices = CleaningServices & Pick<MediaServices, "keys" | "clock" | "wake" | "logger">;

const PHOTOS_PAGE = 100;

/**
 * Cleans every original that was kept as it was uploaded, as older versions of the platform did, one by one; that of a
 * failed photo goes. Whatever is done is not found again, so that a run that was stopped goes on where it was. Photos
 * of contacts under restriction wait for a later start.
 */
export async function cleanOriginals(services: SweepingServices): Promise<void> {
  for await (const accountId of everyAccount(services)) {
    for await (const photo of uncleanedOf(services, accountId)) {
      await (photo.status === "failed" ? forget(services, photo) : clean(services, photo));
    }
  }
}

async function* uncleanedOf({ db }: SweepingServices, accountId: string): AsyncGenerator<PhotoRow> {
  let last: string | null = null;
  for (;;) {
    const page: PhotoRow[] = await db.inAccount(accountId, (tx) => listUncleaned(tx, accountId, last, PHOTOS_PAGE));
    yield* page;
    if (page.length < PHOTOS_PAGE) return;
    last = page.at(-1)!.id;
  }
}

async function clean(services: SweepingServices, photo: PhotoRow): Promise<void> {
  try {
    const key = await services.db.inAccount(photo.accountId, async (tx) => {
      const [contact] = await findPublishedContacts(tx, photo.accountId, [photo.contactId]);
      return contact?.restricted === false ? photoKey(tx, services.keys, photo) : null;
    });
    if (key && (await cleanOriginal(services, { photo, key }))) await discardUploaded(services, photo);
  } catch (error) {
    if (error instanceof ContactKeyGone || error instanceof ObjectNotFound) return;
    if (!(error instanceof ImageRefused || error instanceof ObjectCorrupt)) throw error;
    services.logger.warn({ photo: photo.id }, "an original cannot be cleaned: it is kept and shown to nobody");
  }
}

async function forget(services: SweepingServices, photo: PhotoRow): Promise<void> {
  const { db, clock, wake } = services;
  const { accountId, id } = photo;
  const viewer = { kind: "system", part: CLEAN_ORIGINALS } as const;
  await discardUploaded(services, photo);
  await changeState<void>({ db, clock, wake, viewer, accountId, requestId: newId() }, async (change) => {
    if (!(await forgetUploaded(change.tx, photo))) return change.abandon();
    change.audit({ action: "photo.original_discarded", subjectType: "Photo", subjectId: id });
  });
}
