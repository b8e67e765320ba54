import { Readable } from "node:stream";
import { parseGlobalId, toGlobalId } from "@studio/kit/paging/global-id.js";
import type { MediaServices } from "../context.js";
import { notThere } from "../delivery/find-picture.js";
import { HttpRefusal, methodNotAllowed } from "../http-refusal.js";
import { enterPin } from "./enter-pin.js";
import { zipOf } from "./gallery-zip.js";
import type { GalleryRow } from "./gallery.table.js";
import { openGallery, readFromGallery, shownIn } from "./open-gallery.js";
import { readPin } from "./read-pin.js";

/** From where a visitor comes, as the gateway saw it. */
export const CLIENT_ADDRESS_HEADER = "x-client-address";

const HEADERS = { "cache-control": "private, no-store", "x-content-type-options": "nosniff" };

/**
 * Answers what lies under `/galleries/<token>`: what is shown, `POST pass`, `photos/<id>` and `photos.zip`. Where the
 * gallery has a PIN, each answer with pictures asks for the pass (P10). `HEAD` is answered as `GET`, without the bytes.
 * @throws HttpRefusal 400 | 403 | 404 | 405 | 429
 */
export async function serveGallery(
  services: MediaServices,
  path: readonly string[],
  request: Request,
): Promise<Response> {
  const [token = "", what, photo, ...rest] = path;
  const gallery = await openGallery(services, token);
  if (rest.length > 0 || (photo !== undefined && what !== "photos")) throw nothingHere();
  if (what === "pass") return givePass(services, gallery, request);
  if (!["GET", "HEAD"].includes(request.method)) throw methodNotAllowed("GET", "HEAD");
  const answer = await show(services, gallery, path, new URL(request.url));
  return request.method === "HEAD" ? withoutBody(answer) : answer;
}

async function show(
  services: MediaServices,
  gallery: GalleryRow,
  [token = "", what, photo]: readonly string[],
  { searchParams }: URL,
): Promise<Response> {
  const admitted = services.galleryLinks.admits(gallery, searchParams.get("pass"));
  if (what === undefined) return describe(services, gallery, admitted);
  if (!admitted) throw new HttpRefusal(403, "PIN_NEEDED", "This gallery asks for a PIN first.");
  if (what === "photos.zip") return serveZip(services, gallery, token);
  if (what === "photos" && photo !== undefined) return servePicture(services, token, photo);
  throw nothingHere();
}

async function withoutBody({ body, status, headers }: Response): Promise<Response> {
  await body?.cancel();
  return new Response(null, { status, headers });
}

async function givePass(services: MediaServices, gallery: GalleryRow, request: Request): Promise<Response> {
  if (request.method !== "POST") throw methodNotAllowed("POST");
  const pin = await readPin(request.body);
  const address = request.headers.get(CLIENT_ADDRESS_HEADER) ?? "unknown";
  return Response.json(await enterPin(services, gallery, address, pin), { headers: HEADERS });
}

/** Of a person there is the caption alone: no field by which somebody is called is public in the access table. */
async function describe(services: MediaServices, gallery: GalleryRow, admitted: boolean): Promise<Response> {
  const { name, expiresAt, pinDigest } = gallery;
  const pictures = admitted ? await shownIn(services, gallery) : null;
  const photos = pictures?.map(({ photoId, digest, contentType, width, height, bytes, caption }) => {
    return { id: toGlobalId("Photo", photoId), digest, contentType, width, height, bytes, caption };
  });
  return Response.json(
    { name, expiresAt, pinNeeded: pinDigest !== null, photos: photos ?? null },
    { headers: HEADERS },
  );
}

async function servePicture(services: MediaServices, token: string, globalId: string): Promise<Response> {
  const parsed = parseGlobalId(globalId);
  if (parsed?.type !== "Photo") throw notThere();
  const { picture, content } = await readFromGallery(services, token, parsed.id);
  const described = { ...HEADERS, "content-type": picture.contentType, "content-length": String(picture.bytes) };
  const safe = { "content-security-policy": "default-src 'none'; sandbox", "content-disposition": "inline" };
  return new Response(Readable.toWeb(content.body) as ReadableStream<Uint8Array>, {
    headers: { ...described, ...safe },
  });
}

/** Whether the gallery is open, and shows a picture under its caption, is asked again for each of them. */
async function serveZip(services: MediaServices, gallery: GalleryRow, token: string): Promise<Response> {
  const entries = (await shownIn(services, gallery)).map((picture) => ({
    ...picture,
    open: async () => (await readFromGallery(services, token, picture.photoId, picture)).content.body,
  }));
  const { body, length } = zipOf(entries);
  const attachment = {
    "content-type": "application/zip",
    "content-disposition": 'attachment; filename="headshots.zip"',
  };
  return new Response(body, { headers: { ...HEADERS, ...attachment, "content-length": String(length) } });
}

function nothingHere(): HttpRefusal {
  return new HttpRefusal(404, "NOT_FOUND", "There is nothing here.");
}
