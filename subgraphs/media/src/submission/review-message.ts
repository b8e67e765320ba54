import { open, seal } from "@studio/kit/crypto/seal.js";
import type { Tx } from "@studio/kit/db/database.js";
import type { MediaContext, MediaServices } from "../context.js";
import { photoKey } from "../photo/photo-key.js";
import { findPhoto } from "../photo/photo.repository.js";
import type { PhotoRow } from "../photo/photo.table.js";
import { unwrapContactKey } from "../published/contact-key.js";
import type { SubmissionRow } from "./submission.table.js";

/** Seals a reviewer's words under the key of the submission's photo (P28). @throws ContactKeyGone */
export async function sealReviewMessage(
  tx: Tx,
  { keys }: Pick<MediaServices, "keys">,
  submission: SubmissionRow,
  text: string,
): Promise<Buffer> {
  const photo = await findPhoto(tx, submission.accountId, submission.photoId);
  return seal(await photoKey(tx, keys, photo!), text, contextOf(submission));
}

/** A reviewer's words under the key of another of the submission's photos, which may be another contact's since a merge. */
export async function resealReviewMessage(
  tx: Tx,
  services: Pick<MediaServices, "keys">,
  submission: SubmissionRow,
  to: PhotoRow,
): Promise<Buffer | null> {
  if (submission.reviewMessage === null) return null;
  const from = await findPhoto(tx, submission.accountId, submission.photoId);
  const text = open(await photoKey(tx, services.keys, from!), submission.reviewMessage, contextOf(submission));
  return seal(await photoKey(tx, services.keys, to), text, contextOf(submission));
}

/** The words that a reviewer left, or null if there are none, or the contact was erased. */
export async function openReviewMessage(
  { loaders, services }: MediaContext,
  submission: SubmissionRow,
): Promise<string | null> {
  if (submission.reviewMessage === null) return null;
  const photo = await loaders.photo.load(submission.photoId);
  const wrapped = photo && (await loaders.wrappedContactKey.load(photo.sealedFor ?? photo.contactId));
  if (!wrapped) return null;
  const key = await unwrapContactKey(services.keys, submission.accountId, wrapped);
  return open(key, submission.reviewMessage, contextOf(submission)).toString("utf8");
}

function contextOf({ accountId, id, partedFrom }: SubmissionRow): string {
  return `review-message:${accountId}:${partedFrom ?? id}`;
}
