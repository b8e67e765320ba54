import { PutObjectCommand, type S3Client } from "@aws-sdk/client-s3";
import { getSignedUrl } from "@aws-sdk/s3-request-presigner";
import type { SignedUpload, SignRequest } from "./object-store.js";

/** A URL for one PUT; type and length are signed with it, so the bucket refuses any other (AWS Signature Version 4). */
export async function signPut(
  client: S3Client,
  place: { Bucket: string; Key: string },
  { contentType, bytes, expiresInSeconds }: SignRequest,
): Promise<SignedUpload> {
  const command = new PutObjectCommand({ ...place, ContentType: contentType, ContentLength: bytes });
  const url = await getSignedUrl(client, command, {
    expiresIn: expiresInSeconds,
    // The presigner leaves the content type unsigned unless it is named here.
    signableHeaders: new Set(["host", "content-type", "content-length"]),
  });
  return { url, method: "PUT", headers: { "content-type": contentType } };
}
