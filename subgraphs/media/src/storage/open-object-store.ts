import { fileURLToPath } from "node:url";
import { openFilesystemStore } from "./filesystem-store.js";
import type { ObjectStore } from "./object-store.js";
import { openS3Store } from "./s3-store.js";

/**
 * Opens the store that a setting names:
 * - `file:///var/lib/studio/objects`: a folder that every process of media sees;
 * - `s3://bucket?region=eu-central-1&endpoint=https://s3.example`: a bucket, at Amazon without `endpoint`.
 *
 * @throws TypeError for any other text
 */
export async function openObjectStore(storageUrl: string): Promise<ObjectStore> {
  const url = new URL(storageUrl);
  switch (url.protocol) {
    case "file:":
      return openFilesystemStore(fileURLToPath(url));
    case "s3:": {
      const endpoint = url.searchParams.get("endpoint");
      const region = url.searchParams.get("region") ?? "us-east-1";
      return openS3Store({ bucket: url.hostname, region, ...(endpoint !== null && { endpoint }) });
    }
    default:
      throw new TypeError("Objects are stored in a file:// folder or an s3:// bucket.");
  }
}
