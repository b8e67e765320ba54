import { Readable } from "node:stream";
import type { MediaServices } from "../context.js";
import { HttpRefusal } from "../http-refusal.js";
import { findDerivativeByDigest, findPhoto } from "../photo/photo.repository.js";
import { photoKey } from "../photo/photo-key.js";
import { ContactKeyGone } from "../published/contact-key.js";
import { sealedStore } from "../storage/sealed-store.js";
import { ObjectNotFound } from "../storage/storage.errors.js";
import type { PhotoGrant } from "./photo-links.js";

/** How long a browser may keep a picture: no longer than a link to it lives. */
const CACHE_SECONDS = 3_600;

interface StoredPicture {
  objectKey: string;
  digest: string;
  key: Buffer;
}

/**
 * Answers `GET /photos/<token>`: one picture, unsealed, under an ETag that is its digest (RFC 9110).
 * Which viewer may have a link was decided when it was made. @throws HttpRefusal 404 | TokenRefused
 */
export async function servePhoto(services: MediaServices, token: string, request: Request): Promise<Response> {
  const grant = services.photoLinks.read(token);
  const picture = await findPicture(services, grant);
  const headers = pictureHeaders(picture.digest);
  if (request.headers.get("if-none-match") === headers["etag"]) return new Response(null, { status: 304, headers });
  const { body, size, contentType } = await openPicture(services, picture);
  const described = { ...headers, "content-type": contentType, "content-length": String(size) };
  if (request.method === "HEAD") {
    body.destroy();
    return new Response(null, { headers: described });
  }
  return new Response(Readable.toWeb(body) as ReadableStream<Uint8Array>, { headers: described });
}

function pictureHeaders(digest: string) {
  return {
    etag: `"${digest}"`,
    "cache-control": `private, max-age=${CACHE_SECONDS}, immutable`,
    "content-disposition": "inline",
    "content-security-policy": "default-src 'none'; sandbox",
    "cross-origin-resource-policy": "cross-origin",
    "x-content-type-options": "nosniff",
  };
}

async function findPicture(
  { db, keys }: MediaServices,
  { accountId, photoId, version }: PhotoGrant,
): Promise<StoredPicture> {
  return db.inAccount(accountId, async (tx) => {
    const photo = await findPhoto(tx, accountId, photoId);
    if (!photo || photo.status === "purged") throw notThere();
    const stored =
      version === "original"
        ? { objectKey: photo.objectKey, digest: photo.originalDigest }
        : await findDerivativeByDigest(tx, accountId, photoId, version.digest);
    if (!stored?.objectKey || !stored.digest) throw notThere();
    try {
      return {
        objectKey: stored.objectKey,
        digest: stored.digest,
        key: await photoKey(tx, keys, photo),
      };
    } catch (error) {
      throw error instanceof ContactKeyGone ? notThere() : error;
    }
  });
}

async function openPicture({ objects }: MediaServices, { objectKey, key }: StoredPicture) {
  try {
    return await sealedStore(objects, key).get(objectKey);
  } catch (error) {
    throw error instanceof ObjectNotFound ? notThere() : error;
  }
}

function notThere(): HttpRefusal {
  return new HttpRefusal(404, "NOT_FOUND", "There is no such picture any more.");
}
