import type { MemberViewer } from "@studio/kit/auth/viewer.js";
import { changeState } from "@studio/kit/db/change.js";
import { notFound } from "@studio/kit/error/codes.js";
import { newId } from "@studio/kit/id.js";
import { fromGlobalId } from "@studio/kit/paging/global-id.js";
import { changeScope, type MediaContext } from "../context.js";
import { countOfStudio } from "../submission/submission.repository.js";
import type { CreateGalleryInput } from "./gallery.input.js";
import { refuseGallery } from "./gallery.policy.js";
import { insertGallery } from "./gallery.repository.js";
import { CreateGalleryPayload, InvalidGallery } from "./gallery.result.js";
import type { GalleryRow } from "./gallery.table.js";
import { Gallery } from "./gallery.type.js";
import { hashPin } from "./pin.js";

/**
 * Opens a gallery of a studio or of a selection of its submissions, under a link with 256 random bits (P10).
 * @throws NOT_FOUND for another account's studio
 */
export async function createGallery(
  context: MediaContext,
  { accountId }: MemberViewer,
  input: CreateGalleryInput,
): Promise<CreateGalleryPayload | InvalidGallery> {
  const { name, expiresAt, pin = null, submissionIds = null } = input;
  const { clock, galleryLinks } = context.services;
  const createdAt = clock.now();
  const studio = await context.loaders.publishedStudio.load(fromGlobalId("Studio", input.studioId));
  if (!studio) throw notFound("studio");
  const wrong = refuseGallery({ name, pin, expiresAt, selected: submissionIds?.length ?? null }, createdAt);
  if (wrong) return InvalidGallery.at(wrong);
  const ids = [...new Set(submissionIds?.map((id) => fromGlobalId("Submission", id)))];
  const link = galleryLinks.newLink(accountId);
  const row: GalleryRow = {
    accountId,
    id: newId(),
    studioId: studio.id,
    name: name.trim(),
    wholeStudio: submissionIds === null,
    linkDigest: link.digest,
    pinDigest: pin === null ? null : await hashPin(pin),
    expiresAt,
    lockedAt: null,
    createdAt,
  };
  return changeState<CreateGalleryPayload | InvalidGallery>(changeScope(context, accountId), async (change) => {
    if ((await countOfStudio(change.tx, row, ids)) !== ids.length)
      return change.abandon(InvalidGallery.at("submissionIds"));
    await insertGallery(change.tx, row, ids);
    change.audit({ action: "gallery.opened", subjectType: "Gallery", subjectId: row.id });
    return Object.assign(new CreateGalleryPayload(), { gallery: new Gallery(row, createdAt), url: link.url });
  });
}
