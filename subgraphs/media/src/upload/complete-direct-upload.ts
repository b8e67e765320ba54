import type { Readable } from "node:stream";
import { describeError } from "@studio/kit/logger.js";
import type { MediaServices } from "../context.js";
import { HttpRefusal } from "../http-refusal.js";
import { quarantineKey } from "../photo/object-keys.js";
import type { PhotoRow } from "../photo/photo.table.js";
import type { ObjectStore } from "../storage/object-store.js";
import { ObjectNotFound } from "../storage/storage.errors.js";
import { findOpenUpload, takeIn, type TakingServices } from "./take-in.js";
import type { UploadGrant } from "./upload-links.js";

/**
 * Answers `POST /uploads/<token>`: takes in what the client put into the bucket's quarantine by itself, and takes it
 * out of there, accepted or refused. @throws HttpRefusal, 409 while the bytes are not there
 */
export async function completeDirectUpload(
  services: TakingServices & Pick<MediaServices, "keys" | "logger">,
  grant: UploadGrant,
): Promise<Response> {
  const upload = await findOpenUpload(services, grant);
  const body = await openQuarantined(services.objects, upload.photo, grant.bytes);
  try {
    await takeIn(services, grant, upload, body);
  } catch (error) {
    if (error instanceof HttpRefusal) await services.objects.delete(quarantineKey(upload.photo));
    throw error;
  }
  // The photo is in, whether or not the store answers now: what stays goes when its upload is purged.
  await services.objects.delete(quarantineKey(upload.photo)).catch((error: unknown) => {
    services.logger.warn(describeError(error), "a file that was taken in stays in quarantine for a day");
  });
  return new Response(null, { status: 204, headers: { "cache-control": "no-store" } });
}

/** The bucket signed the length, but nothing larger is read on its word. */
async function openQuarantined(objects: ObjectStore, photo: PhotoRow, bytes: number): Promise<Readable> {
  try {
    const quarantined = await objects.get(quarantineKey(photo));
    if (quarantined.size === bytes) return quarantined.body;
    quarantined.body.destroy();
  } catch (error) {
    if (!(error instanceof ObjectNotFound)) throw error;
    throw new HttpRefusal(409, "UPLOAD_INCOMPLETE", "The file is not there yet. Send it to the upload's URL first.");
  }
  await objects.delete(quarantineKey(photo));
  throw new HttpRefusal(400, "LENGTH_MISMATCH", `This upload is for a file of ${bytes} bytes.`);
}
