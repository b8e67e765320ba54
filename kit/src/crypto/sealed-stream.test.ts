import { Readable } from "node:stream";
import { expect, test } from "vitest";
import { newKey, SealBroken } from "./seal.js";
import { plainSizeOf, sealStream } from "./sealed-stream.js";

const SEGMENT = 65_536;

test("seals an endless stream a segment at a time, holding no more than it must", async () => {
  let given = 0;
  const endless = (async function* () {
    for (;;) {
      given += 10_000;
      yield Buffer.alloc(10_000);
    }
  })();
  let sealed = 0;
  for await (const piece of sealStream(newKey(), endless, "here")) {
    sealed += piece.length;
    expect(given - sealed).toBeLessThan(SEGMENT);
    if (sealed > 5_000_000) break;
  }
});

test.each([0, 1, SEGMENT - 1, SEGMENT, SEGMENT + 1, 2 * SEGMENT, 300_000])(
  "knows how many bytes a sealed stream of %i holds",
  async (size) => {
    let sealedSize = 0;
    for await (const piece of sealStream(newKey(), Readable.from([Buffer.alloc(size)]), "here")) {
      sealedSize += piece.length;
    }
    expect(plainSizeOf(sealedSize)).toBe(size);
  },
);

test("knows the sizes that no sealed stream has", () => {
  for (const size of [0, 40, 55, 40 + SEGMENT + 16 + 15, 40 + SEGMENT + 16 + 16]) {
    expect(() => plainSizeOf(size), `${size} bytes`).toThrow(SealBroken);
  }
});
