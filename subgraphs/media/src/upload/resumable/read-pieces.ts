import type { HttpRefusal } from "../../http-refusal.js";
import { chunksOf, tooLong, UploadBrokenOff } from "../read-body.js";

/** What a connection that breaks may cost: at most so much is held in memory, and sent again. */
const PIECE_BYTES = 1024 * 1024;

/**
 * Reads the rest of a file of `bytes` bytes from `offset` on, in pieces. What came before the connection broke is a piece too, the last one.
 * @throws HttpRefusal 413 at the first byte too many, 400 after the last piece of a body that broke off
 */
export async function* readPieces(
  body: ReadableStream<Uint8Array> | null,
  { bytes, offset }: { bytes: number; offset: number },
): AsyncGenerator<Buffer> {
  let held: Uint8Array[] = [];
  let size = 0;
  let left = bytes - offset;
  let broken: HttpRefusal | undefined;
  try {
    for await (const chunk of chunksOf(body)) {
      left -= chunk.length;
      if (left < 0) throw tooLong(bytes);
      held.push(chunk);
      size += chunk.length;
      // The piece that fills the file waits for the body's end, since a byte too many may follow.
      if (size < PIECE_BYTES || left === 0) continue;
      yield Buffer.concat(held, size);
      held = [];
      size = 0;
    }
  } catch (error) {
    if (!(error instanceof UploadBrokenOff)) throw error;
    broken = error;
  }
  if (size > 0) yield Buffer.concat(held, size);
  if (broken) throw broken;
}
