import type { MemberViewer } from "@studio/kit/auth/viewer.js";
import { changeState } from "@studio/kit/db/change.js";
import { notFound } from "@studio/kit/error/codes.js";
import { fromGlobalId } from "@studio/kit/paging/global-id.js";
import { findPublishedField } from "../contact-field/published-field.js";
import { changeScope, type StudioConfigurationContext } from "../context.js";
import type { CaptionFieldNotPublic } from "./studio.errors.js";
import type { SetGalleryCaptionInput } from "./studio.input.js";
import { checkCaptionField } from "./studio.policy.js";
import { findForChange, update, type StudioRow } from "./studio.repository.js";

/**
 * Says which custom field is shown under the pictures of a studio's galleries, or that none is. Whether the field still
 * is public is asked again whenever a gallery is.
 * @throws NOT_FOUND for another account's studio or field, and for a deleted field
 */
export async function setGalleryCaption(
  context: StudioConfigurationContext,
  { accountId }: MemberViewer,
  input: SetGalleryCaptionInput,
): Promise<StudioRow | CaptionFieldNotPublic> {
  const id = fromGlobalId("Studio", input.studioId);
  const captionFieldId = input.fieldId === null ? null : fromGlobalId("ContactField", input.fieldId);
  return changeState<StudioRow | CaptionFieldNotPublic>(changeScope(context, accountId), async (change) => {
    const { tx, audit, abandon } = change;
    const studio = await findForChange(tx, accountId, id);
    if (studio === null) throw notFound("studio");
    if (captionFieldId !== null) {
      const field = await findPublishedField(tx, accountId, captionFieldId);
      if (field === null) throw notFound("contact field");
      const refusal = checkCaptionField(field);
      if (refusal) return abandon(refusal);
    }
    if (studio.captionFieldId === captionFieldId) return abandon(studio);
    audit({ action: "studio.gallery_caption_set", subjectType: "Studio", subjectId: id, fields: ["galleryCaption"] });
    return update(tx, studio, { captionFieldId });
  });
}
