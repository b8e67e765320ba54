import { Readable } from "node:stream";
import type { MediaServices } from "../context.js";
import { HttpRefusal } from "../http-refusal.js";
import { sealedStore } from "../storage/sealed-store.js";
import type { ByteRange } from "../storage/object-store.js";
import { ObjectNotFound } from "../storage/storage.errors.js";
import { readRange } from "./byte-range.js";
import { findPicture, notThere, type StoredPicture } from "./find-picture.js";
import type { PhotoGrant } from "./photo-links.js";
import { evaluatePreconditions, rangeApplies } from "./preconditions.js";

/** How long a browser shows a picture without asking whether it still may: short, since links end early too. */
const FRESH_SECONDS = 300;

/**
 * Answers `GET` and `HEAD /photos/<token>`: one picture, unsealed, under an ETag that is its digest, whole or in part
 * (RFC 9110, sections 13 and 14). @throws HttpRefusal 403 | 404 | 412 | 503, TokenRefused
 */
export async function servePhoto(services: MediaServices, token: string, request: Request): Promise<Response> {
  const { grant, secondsLeft } = services.photoLinks.read(token);
  const picture = await pictureOf(services, grant);
  const etag = `"${picture.digest}"`;
  const headers = pictureHeaders(etag, Math.min(FRESH_SECONDS, secondsLeft));
  switch (evaluatePreconditions(request.headers, etag)) {
    case "failed":
      throw new HttpRefusal(412, "PRECONDITION_FAILED", "The picture is another one by now.");
    case "not_modified":
      return new Response(null, { status: 304, headers });
    case "proceed":
      return represent(services, picture, request, { ...headers, "content-type": picture.contentType });
  }
}

/** Range is defined for GET alone. */
async function represent(
  services: MediaServices,
  picture: StoredPicture,
  request: Request,
  headers: Record<string, string>,
): Promise<Response> {
  const { bytes: size } = picture;
  const whole = { ...headers, "content-length": String(size) };
  if (request.method === "HEAD") {
    await orNotThere(sealedStore(services.objects, picture.key).head(picture.objectKey));
    return new Response(null, { headers: whole });
  }
  const asked = rangeApplies(request.headers, headers["etag"]!) ? request.headers.get("range") : null;
  const range = readRange(asked, size);
  if (range === "unsatisfiable") {
    const unsatisfied = { ...headers, "content-range": `bytes */${size}`, "content-length": "0" };
    return new Response(null, { status: 416, headers: unsatisfied });
  }
  if (range === null) return new Response(await openPicture(services, picture), { headers: whole });
  const part = {
    "content-range": `bytes ${range.start}-${range.end - 1}/${size}`,
    "content-length": String(range.end - range.start),
  };
  return new Response(await openPicture(services, picture, range), { status: 206, headers: { ...headers, ...part } });
}

function pictureHeaders(etag: string, freshSeconds: number) {
  return {
    etag,
    "accept-ranges": "bytes",
    "cache-control": `private, max-age=${freshSeconds}`,
    "content-disposition": "inline",
    "content-security-policy": "default-src 'none'; sandbox",
    "cross-origin-resource-policy": "cross-origin",
    "x-content-type-options": "nosniff",
  };
}

/** A headshot on the studio's list that was never asked for is made now. */
async function pictureOf(services: MediaServices, grant: PhotoGrant): Promise<StoredPicture> {
  const picture = await findPicture(services, grant);
  if ("digest" in picture) return picture;
  if (picture.photo.status !== "ready") throw notThere();
  const made = await orNotThere(services.onDemand.make(picture, picture.recipe));
  if (!made) throw notThere();
  return { ...made, key: picture.key };
}

async function openPicture(
  { objects }: MediaServices,
  { objectKey, key }: StoredPicture,
  range?: ByteRange,
): Promise<ReadableStream<Uint8Array>> {
  const { body } = await orNotThere(sealedStore(objects, key).get(objectKey, range));
  return Readable.toWeb(body) as ReadableStream<Uint8Array>;
}

async function orNotThere<T>(reading: Promise<T>): Promise<T> {
  try {
    return await reading;
  } catch (error) {
    throw error instanceof ObjectNotFound ? notThere() : error;
  }
}
