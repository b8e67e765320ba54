import { SealBroken } from "@studio/kit/crypto/seal.js";

/** The first `size` bytes of a stream, and what follows them. @throws SealBroken if the stream is shorter */
export async function takeStart(
  source: AsyncIterable<Uint8Array>,
  size: number,
): Promise<{ start: Buffer; rest: AsyncIterable<Uint8Array> }> {
  const chunks = source[Symbol.asyncIterator]();
  let taken = Buffer.alloc(0);
  while (taken.length < size) {
    const next = await chunks.next();
    if (next.done) throw new SealBroken();
    taken = Buffer.concat([taken, next.value]);
  }
  return { start: taken.subarray(0, size), rest: restOf(taken.subarray(size), chunks) };
}

async function* restOf(first: Uint8Array, chunks: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield first;
  yield* { [Symbol.asyncIterator]: () => chunks };
}
