import type { PutObjectCommandInput, S3Client } from "@aws-sdk/client-s3";
import { Upload } from "@aws-sdk/lib-storage";
import { Readable } from "node:stream";
import type { ObjectBody } from "./object-store.js";
import { orStorageError } from "./s3-errors.js";

/** What a streamed upload holds in memory: one part. More than one part appears at once, when the last is in. */
const PART_BYTES = 8 * 1024 * 1024;

/** Puts an object of unknown length. An error of the body itself is rethrown as it is, and nothing is stored. */
export async function uploadToBucket(
  client: S3Client,
  place: PutObjectCommandInput & { Key: string },
  body: ObjectBody,
): Promise<void> {
  const broken: { error?: unknown } = {};
  const Body = body instanceof Uint8Array ? body : Readable.from(remembering(body, broken), { objectMode: false });
  const upload = new Upload({ client, params: { ...place, Body }, partSize: PART_BYTES, queueSize: 1 });
  await orStorageError(place.Key, upload.done()).catch((error: unknown) => {
    throw "error" in broken ? broken.error : error;
  });
}

async function* remembering(body: AsyncIterable<Uint8Array>, broken: { error?: unknown }): AsyncGenerator<Uint8Array> {
  try {
    yield* body;
  } catch (error) {
    broken.error = error;
    throw error;
  }
}
