import type { MediaContext } from "../context.js";
import { linkAudience, type LinkAudience } from "../delivery/link-audience.js";
import { isShared } from "../submission/submission.policy.js";
import type { PhotoFile } from "./photo-file.type.js";
import type { PhotoRow } from "./photo.table.js";

/** The clean original under a link, or null until there is one, and while the viewer has none to see. */
export async function originalFile(context: MediaContext, photo: PhotoRow): Promise<PhotoFile | null> {
  const { accountId, id: photoId, cleanDigest: digest, width, height, format } = photo;
  if (digest === null || width === null || height === null || format === null || photo.status === "purged") return null;
  const audience = await openTo(context, photo);
  if (!audience) return null;
  const link = context.services.photoLinks.linkTo({ accountId, photoId, version: "original", for: audience });
  return { ...link, digest, width, height, contentType: `image/${format}` };
}

/** The edited version under a link, or null while the viewer has none to see. */
export async function editedFile(context: MediaContext, photo: PhotoRow): Promise<PhotoFile | null> {
  if (photo.status !== "processing" && photo.status !== "ready") return null;
  const audience = await openTo(context, photo);
  const edited = audience && (await context.loaders.editedVersionByPhoto.load(photo.id));
  if (!edited) return null;
  const { accountId, photoId, digest, width, height, contentType } = edited;
  const link = context.services.photoLinks.linkTo({ accountId, photoId, version: { digest }, for: audience });
  return { ...link, digest, width, height, contentType };
}

/**
 * For whom a link to the photo's pictures is made, or null while the viewer gets none: a picture is its contact's alone
 * until they have reviewed and submitted it (P04).
 */
export async function openTo(context: MediaContext, photo: PhotoRow): Promise<LinkAudience | null> {
  const { loaders } = context;
  const contact = await loaders.publishedContact.load(photo.contactId);
  const audience = contact && linkAudience(context, contact);
  if (!audience || audience.audience === "self") return audience;
  const submission = await loaders.submissionByPhoto.load(photo.id);
  return submission !== null && isShared(submission.status) ? audience : null;
}
