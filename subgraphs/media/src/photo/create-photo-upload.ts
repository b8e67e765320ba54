import type { ContactViewer } from "@studio/kit/auth/viewer.js";
import { changeState } from "@studio/kit/db/change.js";
import { newId } from "@studio/kit/id.js";
import { changeScope, type MediaContext } from "../context.js";
import { insertDraft } from "../submission/submission.repository.js";
import { UploadRefused } from "./photo-upload.errors.js";
import type { CreatePhotoUploadInput } from "./photo-upload.input.js";
import { CreatePhotoUploadPayload } from "./photo-upload.result.js";
import { refuseUploading } from "./photo.policy.js";
import { insertPhoto } from "./photo.repository.js";
import type { PhotoRow } from "./photo.table.js";
import { Photo } from "./photo.type.js";

/** Opens an upload: a photo that waits for its original, in a draft of a submission, and the link to send it to. */
export async function createPhotoUpload(
  context: MediaContext,
  viewer: ContactViewer,
  { contentType, bytes }: CreatePhotoUploadInput,
): Promise<CreatePhotoUploadPayload | UploadRefused> {
  const [contact, studio] = await Promise.all([
    context.loaders.publishedContact.load(viewer.contactId),
    context.loaders.publishedStudio.load(viewer.studioId),
  ]);
  const facts = { contentType, bytes, studioStatus: studio?.status ?? null, restricted: contact?.restricted !== false };
  const refusal = refuseUploading(facts);
  if (refusal) return new UploadRefused(refusal);
  const links = context.services.uploadLinks;
  const photo = await insertUpload(context, viewer, links.expiry());
  const { accountId, id: photoId, uploadExpiresAt: expiresAt } = photo;
  const uploadUrl = links.urlFor({ accountId, photoId, sessionId: viewer.sessionId, contentType, bytes }, expiresAt);
  return new CreatePhotoUploadPayload({ photo: new Photo(photo), uploadUrl, contentType, expiresAt });
}

function insertUpload(context: MediaContext, viewer: ContactViewer, uploadExpiresAt: Date): Promise<PhotoRow> {
  const { accountId, contactId, studioId } = viewer;
  const createdAt = context.services.clock.now();
  const owner = { accountId, contactId, studioId, createdAt };
  const [photoId, submissionId] = [newId(), newId()];
  return changeState(changeScope(context, accountId), async ({ tx, audit, emit }) => {
    const photo = await insertPhoto(tx, {
      ...owner,
      id: photoId,
      status: "uploading",
      uploadExpiresAt,
      updatedAt: createdAt,
    });
    await insertDraft(tx, { ...owner, id: submissionId, photoId });
    audit({ action: "photo.upload_opened", subjectType: "Photo", subjectId: photoId });
    audit({ action: "submission.created", subjectType: "Submission", subjectId: submissionId });
    emit({ type: "submission.created", ids: { submissionId, contactId, studioId, photoId } });
    return photo;
  });
}
