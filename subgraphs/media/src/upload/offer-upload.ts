import type { MediaServices } from "../context.js";
import { quarantineKey } from "../photo/object-keys.js";
import type { PhotoRow } from "../photo/photo.table.js";
import type { UploadGrant, UploadWay } from "./upload-links.js";

/** The file that a client announced. */
export type AnnouncedFile = Pick<UploadGrant, "sessionId" | "contentType" | "bytes" | "sha256">;

/** How a client may send it. Each link is its own permission. */
export interface UploadOffer {
  uploadUrl: string;
  method: string;
  headers: { name: string; value: string }[];
  expiresAt: Date;
  /** The same upload by the tus protocol. */
  resumableUrl: string;
  /** Whom to tell once the bytes are in the bucket; null where sending them is all. */
  completeUrl: string | null;
}

/** The ways in for one file: to the bucket where clients reach it, else to the platform, and resumable in any case. */
export async function offerUpload(
  { objects, uploadLinks, clock }: Pick<MediaServices, "objects" | "uploadLinks" | "clock">,
  photo: PhotoRow,
  file: AnnouncedFile,
): Promise<UploadOffer> {
  const { accountId, contactId, id: photoId, uploadExpiresAt: expiresAt } = photo;
  const linkBy = (way: UploadWay, until: Date) =>
    uploadLinks.urlFor({ accountId, contactId, photoId, ...file, way }, until);
  const resumableUrl = linkBy("resumable", uploadLinks.expiry("resumable"));
  const direct = await objects.sign(quarantineKey(photo), {
    contentType: file.contentType,
    bytes: file.bytes,
    expiresInSeconds: Math.ceil((expiresAt.getTime() - clock.now().getTime()) / 1000),
  });
  const { url, method, headers } = direct ?? {
    url: linkBy("whole", expiresAt),
    method: "PUT",
    headers: { "content-type": file.contentType },
  };
  return {
    uploadUrl: url,
    method,
    headers: Object.entries(headers).map(([name, value]) => ({ name, value })),
    expiresAt,
    resumableUrl,
    completeUrl: direct && linkBy("direct", uploadLinks.expiry("direct")),
  };
}
