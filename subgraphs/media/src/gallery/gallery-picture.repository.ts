import { and, asc, eq, exists, inArray, isNull, notInArray, or, sql } from "drizzle-orm";
import type { Tx } from "@studio/kit/db/database.js";
import { derivative } from "../photo/derivative.table.js";
import { photo } from "../photo/photo.table.js";
import { publishedContactKey } from "../published/contact-key.js";
import { publishedContact } from "../published/published-contact.js";
import { submission } from "../submission/submission.table.js";
import { FINISHED_STATUSES } from "../submission/submission.values.js";
import { gallery, galleryItem, type GalleryRow } from "./gallery.table.js";

/** A headshot as a gallery shows it. */
export interface GalleryPicture {
  photoId: string;
  contactId: string;
  sealedFor: string | null;
  objectKey: string;
  digest: string;
  contentType: string;
  width: number;
  height: number;
  bytes: number;
}

const joined = {
  picture: and(
    eq(derivative.accountId, submission.accountId),
    eq(derivative.photoId, submission.photoId),
    eq(derivative.digest, submission.reviewedDigest),
  ),
  photo: and(eq(photo.accountId, submission.accountId), eq(photo.id, submission.photoId)),
  key: and(
    eq(publishedContactKey.accountId, submission.accountId),
    eq(publishedContactKey.contactId, sql`coalesce(${photo.sealedFor}, ${submission.contactId})`),
  ),
  contact: and(
    eq(publishedContact.accountId, submission.accountId),
    eq(publishedContact.id, submission.contactId),
    isNull(publishedContact.restrictedAt),
    notInArray(publishedContact.status, ["erasing", "erased"]),
  ),
};

/**
 * What a gallery shows now, the oldest first: the versions that contacts approved and that stand, of contacts whose
 * processing is not restricted, who are not being erased, and whose pictures a key still opens. Recipes may make the
 * same version twice: it is shown once.
 * @param photoId only this one
 */
export function listGalleryPictures(tx: Tx, of: GalleryRow, photoId?: string): Promise<GalleryPicture[]> {
  const { accountId, studioId, id } = of;
  return tx
    .selectDistinctOn([submission.createdAt, submission.id], {
      photoId: submission.photoId,
      contactId: submission.contactId,
      sealedFor: photo.sealedFor,
      objectKey: derivative.objectKey,
      digest: derivative.digest,
      contentType: derivative.contentType,
      width: derivative.width,
      height: derivative.height,
      bytes: derivative.bytes,
    })
    .from(submission)
    .innerJoin(gallery, and(eq(gallery.accountId, submission.accountId), eq(gallery.id, id)))
    .innerJoin(derivative, joined.picture)
    .innerJoin(photo, joined.photo)
    .innerJoin(publishedContact, joined.contact)
    .innerJoin(publishedContactKey, joined.key)
    .where(
      and(
        eq(submission.accountId, accountId),
        eq(submission.studioId, studioId),
        inArray(submission.status, FINISHED_STATUSES),
        or(eq(gallery.wholeStudio, true), exists(selectedFor(tx, of))),
        photoId === undefined ? undefined : eq(submission.photoId, photoId),
      ),
    )
    .orderBy(asc(submission.createdAt), asc(submission.id));
}

function selectedFor(tx: Tx, { accountId, id }: GalleryRow) {
  return tx
    .select({ one: sql`1` })
    .from(galleryItem)
    .where(
      and(
        eq(galleryItem.accountId, accountId),
        eq(galleryItem.galleryId, id),
        eq(galleryItem.submissionId, submission.id),
      ),
    );
}
