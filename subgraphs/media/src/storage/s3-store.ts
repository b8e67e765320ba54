import { Readable } from "node:stream";
import {
  CopyObjectCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  S3Client,
} from "@aws-sdk/client-s3";
import { checkContentType } from "./content-type.js";
import { readListRequest } from "./list-request.js";
import { parseObjectKey } from "./object-key.js";
import { checkRange, type ByteRange, type ListRequest, type ObjectBody } from "./object-store.js";
import type { ObjectContent, ObjectHead, ObjectPage, ObjectStore, SignedUpload, SignRequest } from "./object-store.js";
import { orAwayWithin, orStorageError } from "./s3-errors.js";
import { signPut } from "./s3-sign.js";
import { uploadToBucket } from "./s3-upload.js";

export interface S3Place {
  readonly bucket: string;
  readonly region: string;
  /** Where another server than Amazon's answers, for example `https://s3.example`. */
  readonly endpoint?: string;
  /** How many milliseconds the bucket has for each answer, and twice as many within one; 30 seconds unless set. */
  readonly patienceMs?: number;
}

/**
 * Opens an object store in a bucket that exists. Credentials come from where the AWS SDK looks for them:
 * `AWS_ACCESS_KEY_ID` and `AWS_SECRET_ACCESS_KEY`, a shared file, or the machine's role.
 */
export function openS3Store({ bucket, region, endpoint, patienceMs = 30_000 }: S3Place): ObjectStore {
  const client = new S3Client({
    region,
    ...(endpoint !== undefined && { endpoint, forcePathStyle: true }),
    // Other servers than Amazon's know no checksum trailers, and sealed bytes prove themselves.
    requestChecksumCalculation: "WHEN_REQUIRED",
    responseChecksumValidation: "WHEN_REQUIRED",
    // Without these a silent bucket holds requests, jobs and the rows they locked for good.
    requestHandler: {
      connectionTimeout: Math.min(patienceMs, 5_000),
      requestTimeout: patienceMs,
      throwOnRequestTimeout: true,
      socketTimeout: 2 * patienceMs,
    },
    // A server that knows no `100 Continue` would be waited for as long as for an answer.
    expectContinueHeader: false,
  });
  return new S3Store(client, bucket);
}

class S3Store implements ObjectStore {
  constructor(
    private readonly client: S3Client,
    private readonly bucket: string,
  ) {}

  async put(key: string, body: ObjectBody, { contentType }: { readonly contentType: string }): Promise<void> {
    checkContentType(contentType);
    await uploadToBucket(this.client, { ...this.at(key), ContentType: contentType }, body);
  }

  async get(key: string, range?: ByteRange): Promise<ObjectContent> {
    const command = new GetObjectCommand({ ...this.at(key), ...(range && { Range: rangeHeader(key, range) }) });
    const { Body, ...found } = await orStorageError(key, this.client.send(command));
    return { ...describe(key, found), body: orAwayWithin(Body as Readable) };
  }

  async head(key: string): Promise<ObjectHead> {
    return describe(key, await orStorageError(key, this.client.send(new HeadObjectCommand(this.at(key)))));
  }

  async copy(fromKey: string, toKey: string): Promise<void> {
    const { Bucket, Key } = this.at(fromKey);
    const command = new CopyObjectCommand({ ...this.at(toKey), CopySource: `${Bucket}/${Key}` });
    await orStorageError(fromKey, this.client.send(command));
  }

  async delete(key: string): Promise<void> {
    await orStorageError(key, this.client.send(new DeleteObjectCommand(this.at(key))));
  }

  async list(request: ListRequest): Promise<ObjectPage> {
    const { limit } = readListRequest(request);
    const place = { Bucket: this.bucket, Prefix: request.prefix, StartAfter: request.after, MaxKeys: limit };
    const page = await orStorageError(request.prefix, this.client.send(new ListObjectsV2Command(place)));
    const objects = (page.Contents ?? []).map(({ Key, Size, LastModified }) => ({
      key: Key!,
      size: Size!,
      modifiedAt: LastModified!,
    }));
    return page.IsTruncated ? { objects, nextAfter: objects.at(-1)!.key } : { objects };
  }

  sign(key: string, upload: SignRequest): Promise<SignedUpload> {
    checkContentType(upload.contentType);
    return signPut(this.client, this.at(key), upload);
  }

  close(): void {
    this.client.destroy();
  }

  private at(key: string): { Bucket: string; Key: string } {
    parseObjectKey(key);
    return { Bucket: this.bucket, Key: key };
  }
}

/** In the header the last byte is included (RFC 9110, section 14.1.2). */
function rangeHeader(key: string, range: ByteRange): string {
  checkRange(key, range);
  return `bytes=${range.start}-${range.end === undefined ? "" : range.end - 1}`;
}

interface Described {
  ContentLength?: number | undefined;
  /** `bytes 0-9/200`, where only a range was asked for. */
  ContentRange?: string | undefined;
  ContentType?: string | undefined;
  LastModified?: Date | undefined;
}

function describe(key: string, { ContentLength, ContentRange, ContentType, LastModified }: Described): ObjectHead {
  const size = ContentRange === undefined ? ContentLength! : Number(ContentRange.split("/")[1]);
  return { key, size, modifiedAt: LastModified!, contentType: ContentType! };
}
