import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import { SealBroken } from "./seal.js";

/*
 * Streams sealed segment by segment with AES-256-GCM, in the layout of Tink's AES-GCM-HKDF streaming encryption:
 *   header: version (1 byte), salt (32), nonce prefix (7); segments: ciphertext (64 KiB, the last may be shorter), tag (16).
 * The salt and the context derive a key of the stream's own; prefix, segment number and "is the last" are the nonce.
 */
const VERSION = 2;
const SALT_BYTES = 32;
const PREFIX_BYTES = 7;
const TAG_BYTES = 16;
const SEGMENT_BYTES = 64 * 1024;
const SEALED_SEGMENT_BYTES = SEGMENT_BYTES + TAG_BYTES;

/** How many bytes come before the first segment. */
export const SEALED_HEADER_BYTES = 1 + SALT_BYTES + PREFIX_BYTES;

/** Which segments hold a range of the plain bytes, and where they lie in the sealed ones. */
export interface SealedPlace {
  /** The sealed bytes from `from` up to, not including, `to`. */
  readonly from: number;
  readonly to: number;
  /** The range itself, in plain bytes. */
  readonly start: number;
  readonly end: number;
  readonly segments: number;
}

/**
 * Seals a stream of any length, holding one segment at a time (NIST SP 800-38D, RFC 5869; P28).
 * @param context where the bytes belong; they open nowhere else
 */
export async function* sealStream(
  key: Uint8Array,
  plain: AsyncIterable<Uint8Array>,
  context: string,
): AsyncGenerator<Buffer> {
  const header = Buffer.concat([Buffer.of(VERSION), randomBytes(SALT_BYTES + PREFIX_BYTES)]);
  yield header;
  const segmentKey = segmentKeyOf(key, header, context);
  let index = 0;
  for await (const { bytes, last } of inPieces(plain, SEGMENT_BYTES)) {
    const cipher = createCipheriv("aes-256-gcm", segmentKey, nonceOf(header, index++, last));
    yield Buffer.concat([cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
  }
}

/** How many plain bytes a sealed stream holds. @throws SealBroken if no stream has that size */
export function plainSizeOf(sealedSize: number): number {
  const body = sealedSize - SEALED_HEADER_BYTES;
  const segments = Math.ceil(body / SEALED_SEGMENT_BYTES);
  const size = body - segments * TAG_BYTES;
  const lastSealed = body - (segments - 1) * SEALED_SEGMENT_BYTES;
  if (segments < 1 || lastSealed < TAG_BYTES || (lastSealed === TAG_BYTES && segments > 1)) throw new SealBroken();
  return size;
}

/** Where a range of the plain bytes lies. @throws SealBroken if no stream has that size */
export function locateSealed(sealedSize: number, range: { start: number; end: number }): SealedPlace {
  const segments = Math.max(1, Math.ceil(plainSizeOf(sealedSize) / SEGMENT_BYTES));
  const firstSegment = Math.floor(range.start / SEGMENT_BYTES);
  const endSegment = Math.max(firstSegment + 1, Math.ceil(range.end / SEGMENT_BYTES));
  const offsetOf = (index: number) => Math.min(SEALED_HEADER_BYTES + index * SEALED_SEGMENT_BYTES, sealedSize);
  return { ...range, segments, from: offsetOf(firstSegment), to: offsetOf(endSegment) };
}

/**
 * Opens the segments that hold a range, and hands out each only once it is proven genuine, whole and in its place.
 * @param sealed the bytes at `place`
 * @throws SealBroken for a wrong key or context, and for bytes changed, missing, moved or added
 */
export async function* openStream(
  key: Uint8Array,
  { header, place, sealed }: { header: Buffer; place: SealedPlace; sealed: AsyncIterable<Uint8Array> },
  context: string,
): AsyncGenerator<Buffer> {
  const segmentKey = segmentKeyOf(key, header, context);
  let index = Math.floor(place.start / SEGMENT_BYTES);
  let left = place.to - place.from;
  for await (const { bytes } of inPieces(sealed, SEALED_SEGMENT_BYTES)) {
    left -= bytes.length;
    const plain = openSegment(segmentKey, nonceOf(header, index, index === place.segments - 1), bytes);
    const offset = index++ * SEGMENT_BYTES;
    yield plain.subarray(Math.max(0, place.start - offset), Math.max(0, place.end - offset));
  }
  if (left !== 0) throw new SealBroken();
}

function openSegment(key: Buffer, nonce: Buffer, sealed: Buffer): Buffer {
  if (sealed.length < TAG_BYTES) throw new SealBroken();
  const decipher = createDecipheriv("aes-256-gcm", key, nonce, { authTagLength: TAG_BYTES });
  decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(0, -TAG_BYTES)), decipher.final()]);
  } catch {
    throw new SealBroken();
  }
}

function segmentKeyOf(key: Uint8Array, header: Buffer, context: string): Buffer {
  if (header.length !== SEALED_HEADER_BYTES || header[0] !== VERSION) throw new SealBroken();
  const salt = header.subarray(1, 1 + SALT_BYTES);
  return Buffer.from(hkdfSync("sha256", key, salt, `sealed-stream:${VERSION}:${context}`, 32));
}

function nonceOf(header: Buffer, index: number, last: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  header.copy(nonce, 0, 1 + SALT_BYTES);
  nonce.writeUInt32BE(index, PREFIX_BYTES);
  nonce.writeUInt8(Number(last), 11);
  return nonce;
}

/** Cuts a stream into pieces of `size` bytes. The last one is shorter or as long, and empty only where all is. */
async function* inPieces(
  source: AsyncIterable<Uint8Array>,
  size: number,
): AsyncGenerator<{ bytes: Buffer; last: boolean }> {
  let held: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of source) {
    held.push(chunk);
    length += chunk.length;
    if (length <= size) continue;
    let rest = Buffer.concat(held, length);
    for (; rest.length > size; rest = rest.subarray(size)) yield { bytes: rest.subarray(0, size), last: false };
    held = [rest];
    length = rest.length;
  }
  yield { bytes: Buffer.concat(held, length), last: true };
}
