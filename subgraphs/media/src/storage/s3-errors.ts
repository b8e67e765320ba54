import { Readable } from "node:stream";
import { S3ServiceException } from "@aws-sdk/client-s3";
import { ObjectNotFound, RangeOutside, StorageAway, StorageFull } from "./storage.errors.js";

const MISSING = new Set(["NoSuchKey", "NotFound"]);
const FULL = new Set(["QuotaExceeded", "InsufficientStorage", "XMinioStorageFull"]);

/** The result of a request to the bucket, its errors in the words of every store. */
export async function orStorageError<T>(key: string, request: Promise<T>): Promise<T> {
  try {
    return await request;
  } catch (error) {
    throw toStorageError(key, error);
  }
}

/** A body whose connection may break while it is read: it throws `StorageAway` then. */
export function orAwayWithin(body: Readable): Readable {
  return Readable.from(readOrAway(body), { objectMode: false }).once("close", () => body.destroy());
}

async function* readOrAway(body: Readable): AsyncGenerator<Buffer> {
  try {
    yield* body;
  } catch (error) {
    throw new StorageAway({ cause: error });
  }
}

function toStorageError(key: string, error: unknown): Error {
  if (error instanceof S3ServiceException) {
    if (MISSING.has(error.name)) return new ObjectNotFound(key);
    if (error.$metadata.httpStatusCode === 416) return new RangeOutside(key);
    if (FULL.has(error.name) || error.$metadata.httpStatusCode === 507) return new StorageFull({ cause: error });
  }
  return new StorageAway({ cause: error });
}
