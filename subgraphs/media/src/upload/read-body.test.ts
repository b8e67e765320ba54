import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { chunksOf, PATIENCE_MS } from "./read-body.js";

const KB = 1024;

beforeEach(() => vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] }));
afterEach(() => vi.useRealTimers());

/** A body that brings a chunk every so often, `times` times. */
function bodyOf({ times, bytes, everyMs }: { times: number; bytes: number; everyMs: number }) {
  let left = times;
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        await new Promise((resolve) => setTimeout(resolve, everyMs));
        if (left-- > 0) controller.enqueue(new Uint8Array(bytes));
        else controller.close();
      },
    },
    { highWaterMark: 0 },
  );
}

/** How many bytes of a body are read, and how that ends. */
async function read(body: ReadableStream<Uint8Array>): Promise<[number, string]> {
  let size = 0;
  try {
    for await (const chunk of chunksOf(body)) size += chunk.length;
    return [size, "WHOLE"];
  } catch (error) {
    return [size, (error as { code: string }).code];
  }
}

async function after(ms: number, reading: Promise<[number, string]>): Promise<[number, string]> {
  await vi.advanceTimersByTimeAsync(ms);
  return reading;
}

test("takes a slow body that goes on, however long it takes", async () => {
  const slow = read(bodyOf({ times: 20, bytes: 16 * KB, everyMs: PATIENCE_MS - 1 }));
  expect(await after(21 * PATIENCE_MS, slow)).toEqual([20 * 16 * KB, "WHOLE"]);
});

test("cuts a body that trickles, though something comes all the time", async () => {
  const trickle = read(bodyOf({ times: 1000, bytes: 1, everyMs: 2000 }));
  expect(await after(PATIENCE_MS, trickle)).toEqual([7, "UPLOAD_TOO_SLOW"]);
});

test("cuts a body that falls silent", async () => {
  const silent = read(bodyOf({ times: 1, bytes: 64 * KB, everyMs: 10 * PATIENCE_MS }));
  expect(await after(PATIENCE_MS, silent)).toEqual([0, "UPLOAD_TOO_SLOW"]);
});

test("does not count the time that the reader takes", async () => {
  const chunks = chunksOf(bodyOf({ times: 2, bytes: 1, everyMs: 1 }));
  const first = chunks.next();
  await vi.advanceTimersByTimeAsync(1);
  expect((await first).done).toBe(false);
  await vi.advanceTimersByTimeAsync(10 * PATIENCE_MS);
  const second = chunks.next();
  await vi.advanceTimersByTimeAsync(1);
  expect((await second).done).toBe(false);
});
