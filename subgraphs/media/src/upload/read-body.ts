import { HttpRefusal } from "../http-refusal.js";
import type { UploadGrant } from "./upload-links.js";

/** How many bytes a body brings at least in each `PATIENCE_MS` that it is waited for: a kilobyte a second or so. */
const STRIDE_BYTES = 16 * 1024;

/** How long they are waited for. A body that takes longer holds a seat which others want. */
export const PATIENCE_MS = 15_000;

/** A body that ended before its end. */
export class UploadBrokenOff extends HttpRefusal {
  static byItsSender(cause: unknown): UploadBrokenOff {
    return new UploadBrokenOff(400, "UPLOAD_BROKEN_OFF", "The upload broke off. Upload the file again.", { cause });
  }

  static forBeingSlow(): UploadBrokenOff {
    const message = "Next to nothing has come in for a while. Upload the file again, or go on by the resumable link.";
    return new UploadBrokenOff(408, "UPLOAD_TOO_SLOW", message);
  }
}

/** What the headers of an upload promise must be what its link was made for. @throws HttpRefusal 400, 413, 415 */
export function checkHeaders(headers: Headers, { contentType, bytes }: UploadGrant): void {
  const type = headers.get("content-type");
  if (type !== contentType)
    throw new HttpRefusal(415, "TYPE_MISMATCH", `Send this file with the content type ${contentType}.`);
  const announced = headers.get("content-length");
  if (announced === null) return;
  if (Number(announced) > bytes) throw tooLong(bytes);
  if (announced !== String(bytes))
    throw new HttpRefusal(400, "LENGTH_MISMATCH", `This link is for a file of ${bytes} bytes.`);
}

/**
 * The chunks of a body of exactly `bytes` bytes; it stops at the first byte too many.
 * @throws HttpRefusal 413 for more, 400 for fewer, 400 or 408 for a body that broke off
 */
export async function* exactly(body: ReadableStream<Uint8Array> | null, bytes: number): AsyncGenerator<Uint8Array> {
  let size = 0;
  for await (const chunk of chunksOf(body)) {
    size += chunk.length;
    if (size > bytes) throw tooLong(bytes);
    yield chunk;
  }
  if (size < bytes)
    throw new HttpRefusal(400, "LENGTH_MISMATCH", `The file ended after ${size} of ${bytes} bytes. Upload it again.`);
}

/** The chunks of a body. @throws UploadBrokenOff where it ends before its end, or hardly goes on */
export async function* chunksOf(body: ReadableStream<Uint8Array> | null): AsyncGenerator<Uint8Array> {
  if (body === null) return;
  const reader = body.getReader();
  let [brought, patience] = [0, PATIENCE_MS];
  try {
    for (;;) {
      const asked = performance.now();
      const { done, value } = await within(patience, reader.read());
      if (done) return;
      brought += value.length;
      patience -= performance.now() - asked;
      if (brought >= STRIDE_BYTES) [brought, patience] = [0, PATIENCE_MS];
      yield value;
    }
  } catch (error) {
    throw error instanceof UploadBrokenOff ? error : UploadBrokenOff.byItsSender(error);
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

/** What is read, if it comes in time: only the wait for the sender counts, not that for the store. */
async function within<T>(ms: number, reading: Promise<T>): Promise<T> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(UploadBrokenOff.forBeingSlow()), ms);
  try {
    return await Promise.race([reading, late.promise]);
  } finally {
    clearTimeout(timer);
  }
}

/** The answer at the first byte too many. */
export function tooLong(bytes: number): HttpRefusal {
  return new HttpRefusal(413, "TOO_MANY_BYTES", `This link is for a file of ${bytes} bytes and takes no more.`);
}
