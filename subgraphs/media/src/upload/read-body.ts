import { HttpRefusal } from "../http-refusal.js";
import type { UploadGrant } from "./upload-links.js";

/** A body that ended before its end. */
export class UploadBrokenOff extends HttpRefusal {
  constructor(cause: unknown) {
    super(400, "UPLOAD_BROKEN_OFF", "The upload broke off. Upload the file again.", { cause });
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
 * @throws HttpRefusal 413 for more, 400 for fewer or for a body that broke off
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

/** The chunks of a body. @throws UploadBrokenOff where it ends before its end */
export async function* chunksOf(body: ReadableStream<Uint8Array> | null): AsyncGenerator<Uint8Array> {
  if (body === null) return;
  const reader = body.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } catch (error) {
    throw new UploadBrokenOff(error);
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

/** The answer at the first byte too many. */
export function tooLong(bytes: number): HttpRefusal {
  return new HttpRefusal(413, "TOO_MANY_BYTES", `This link is for a file of ${bytes} bytes and takes no more.`);
}
