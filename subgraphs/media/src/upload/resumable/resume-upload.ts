import { after } from "@studio/kit/clock.js";
import { newId } from "@studio/kit/id.js";
import type { MediaServices } from "../../context.js";
import { HttpRefusal } from "../../http-refusal.js";
import { partKey } from "../../photo/object-keys.js";
import { findPhoto } from "../../photo/photo.repository.js";
import type { PhotoRow } from "../../photo/photo.table.js";
import { sealedStore } from "../../storage/sealed-store.js";
import { UPLOAD_KEPT_MS } from "../purge-upload.job.js";
import { findOpenUpload, takeIn, type OpenUpload } from "../take-in.js";
import type { UploadGrant } from "../upload-links.js";
import { discardParts } from "./discard-parts.js";
import { readPieces } from "./read-pieces.js";
import { checkTusVersion, readPatchOffset } from "./tus-headers.js";
import { appendPart, endOf, listParts } from "./upload-part.repository.js";
import type { UploadPartRow } from "./upload-part.table.js";

/** Each interruption may leave one part; more of them than this is no photo on its way. */
const MAX_PARTS = 500;

/** Answers `HEAD /uploads/<token>`: how many bytes have come in, so that the client goes on from there. */
export async function describeUpload({ db }: MediaServices, grant: UploadGrant, request: Request): Promise<Response> {
  checkTusVersion(request.headers);
  const { accountId, photoId: id } = grant;
  const found = await db.inAccount(accountId, async (tx) => {
    const photo = await findPhoto(tx, accountId, id);
    if (!photo || photo.status === "purged") return null;
    const isOpen = photo.status === "uploading";
    return { photo, received: isOpen ? endOf(await listParts(tx, photo)) : grant.bytes };
  });
  if (!found) return new Response(null, { status: 410 });
  const headers = { ...progress(found.photo, found.received), "upload-length": String(grant.bytes) };
  return new Response(null, { status: 200, headers });
}

/**
 * Answers `PATCH /uploads/<token>`: keeps what comes in piece by piece, so that nothing is sent twice after an
 * interruption, and takes the original in with its last byte. A file that is refused leaves nothing behind.
 * @throws HttpRefusal
 */
export async function resumeUpload(services: MediaServices, grant: UploadGrant, request: Request): Promise<Response> {
  checkTusVersion(request.headers);
  let offset = readPatchOffset(request.headers);
  const upload = await findOpenUpload(services, grant);
  const parts = await checkOffset(services, upload, offset);
  if (parts >= MAX_PARTS) throw new HttpRefusal(400, "TOO_MANY_PARTS", "Ask for a new link, and send larger parts.");
  for await (const piece of readPieces(request.body, { bytes: grant.bytes, offset })) {
    if (offset + piece.length === grant.bytes) await finish(services, grant, upload, piece);
    else await keep(services, upload, offset, piece);
    offset += piece.length;
  }
  return new Response(null, { status: 204, headers: progress(upload.photo, offset) });
}

function progress({ createdAt }: PhotoRow, received: number): Record<string, string> {
  return { "upload-offset": String(received), "upload-expires": after(createdAt, UPLOAD_KEPT_MS).toUTCString() };
}

/** How many parts there are, if the next begins at `offset`. @throws HttpRefusal 409 */
async function checkOffset({ db }: MediaServices, { photo }: OpenUpload, offset: number): Promise<number> {
  const parts = await db.inAccount(photo.accountId, (tx) => listParts(tx, photo));
  if (endOf(parts) !== offset) throw offsetMismatch();
  return parts.length;
}

async function keep(services: MediaServices, { photo, key }: OpenUpload, startsAt: number, piece: Buffer) {
  const { accountId, id: photoId } = photo;
  const objectKey = partKey(photo, startsAt, newId());
  await sealedStore(services.objects, key).put(objectKey, piece, { contentType: "application/octet-stream" });
  const part = { accountId, photoId, startsAt, bytes: piece.length, objectKey };
  const isNext = await services.db.inAccount(accountId, (tx) => appendPart(tx, photo, part));
  if (isNext) return;
  await services.objects.delete(objectKey);
  throw offsetMismatch();
}

/** The last piece is never a part by itself: as long as the photo waits, something is left to be sent. */
async function finish(services: MediaServices, grant: UploadGrant, upload: OpenUpload, last: Buffer): Promise<void> {
  const { accountId } = upload.photo;
  const parts = await services.db.inAccount(accountId, (tx) => listParts(tx, upload.photo));
  try {
    await takeIn(services, grant, upload, joined(services, upload, parts, last));
  } catch (error) {
    if (error instanceof HttpRefusal) await discardParts(services, upload.photo);
    throw error;
  }
  await discardParts(services, upload.photo);
}

/** The whole file, part after part. */
async function* joined(
  { objects }: MediaServices,
  { key }: OpenUpload,
  parts: readonly UploadPartRow[],
  last: Buffer,
): AsyncGenerator<Uint8Array> {
  const store = sealedStore(objects, key);
  for (const { objectKey } of parts) yield* (await store.get(objectKey)).body;
  yield last;
}

function offsetMismatch(): HttpRefusal {
  return new HttpRefusal(409, "OFFSET_MISMATCH", "Ask by HEAD how much has come in, and go on from there.");
}
