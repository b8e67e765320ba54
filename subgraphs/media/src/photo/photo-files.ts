import type { MediaContext } from "../context.js";
import { isShared } from "../submission/submission.policy.js";
import type { PhotoFile } from "./photo-file.type.js";
import type { PhotoRow } from "./photo.table.js";

/** The original under a link, or null while the viewer has none to see. */
export async function originalFile(context: MediaContext, photo: PhotoRow): Promise<PhotoFile | null> {
  const { accountId, id: photoId, originalDigest: digest, width, height, format } = photo;
  if (digest === null || width === null || height === null || format === null) return null;
  if (photo.status === "purged" || !(await isOpenTo(context, photo))) return null;
  const link = context.services.photoLinks.linkTo({ accountId, photoId, version: "original" });
  return { ...link, digest, width, height, contentType: `image/${format}` };
}

/** The edited version under a link, or null while the viewer has none to see. */
export async function editedFile(context: MediaContext, photo: PhotoRow): Promise<PhotoFile | null> {
  if (photo.status !== "ready" || !(await isOpenTo(context, photo))) return null;
  const edited = await context.loaders.editedVersionByPhoto.load(photo.id);
  if (!edited) return null;
  const { accountId, photoId, digest, width, height, contentType } = edited;
  const link = context.services.photoLinks.linkTo({ accountId, photoId, version: { digest } });
  return { ...link, digest, width, height, contentType };
}

/** A picture is its contact's alone until they have reviewed and submitted it (P04). */
async function isOpenTo({ viewer, loaders }: MediaContext, photo: PhotoRow): Promise<boolean> {
  if (viewer.kind === "contact") return viewer.contactId === photo.contactId;
  const submission = await loaders.submissionByPhoto.load(photo.id);
  return submission !== null && isShared(submission.status);
}
