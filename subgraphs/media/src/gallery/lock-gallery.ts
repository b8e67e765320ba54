import type { MemberViewer } from "@studio/kit/auth/viewer.js";
import { changeState } from "@studio/kit/db/change.js";
import { notFound } from "@studio/kit/error/codes.js";
import { fromGlobalId } from "@studio/kit/paging/global-id.js";
import { changeScope, type MediaContext } from "../context.js";
import type { LockGalleryInput } from "./gallery.input.js";
import { findGallery, lockOpenGallery } from "./gallery.repository.js";
import { GalleryClosed, LockGalleryPayload } from "./gallery.result.js";
import { Gallery } from "./gallery.type.js";

/** Closes a gallery at once and for good. @throws NOT_FOUND for another account's */
export function lockGallery(
  context: MediaContext,
  { accountId }: MemberViewer,
  input: LockGalleryInput,
): Promise<LockGalleryPayload | GalleryClosed> {
  const key = { accountId, id: fromGlobalId("Gallery", input.id) };
  const scope = changeScope(context, accountId);
  return changeState<LockGalleryPayload | GalleryClosed>(scope, async (change) => {
    if (!(await findGallery(change.tx, key))) throw notFound("gallery");
    const at = scope.clock.now();
    const locked = await lockOpenGallery(change.tx, key, at);
    if (!locked) return change.abandon(GalleryClosed.now());
    change.audit({ action: "gallery.locked", subjectType: "Gallery", subjectId: key.id });
    return Object.assign(new LockGalleryPayload(), { gallery: new Gallery(locked, at) });
  });
}
