import { expect, onTestFinished, test } from "vitest";
import { MODEL_SIDE, SegmentationWorker, type SegmentationLimits } from "./segmentation-worker.js";

const blank = () => new Uint8Array(MODEL_SIDE * MODEL_SIDE * 3);
/** The model refuses pixels of another size, which ends the thread: a real crash. */
const crashing = () => new Uint8Array(5);

function startWorker(limits: Partial<SegmentationLimits> = {}): SegmentationWorker {
  const worker = new SegmentationWorker({ timeoutMs: 30_000, maxWaiting: 8, ...limits });
  onTestFinished(() => worker.close());
  return worker;
}

test("answers with one byte per pixel", async () => {
  const alpha = await startWorker().run(blank());
  expect(alpha.length).toBe(MODEL_SIDE * MODEL_SIDE);
});

test("a crash rejects the picture in work only, and the next ones get a fresh thread", async () => {
  const worker = startWorker();
  const [before, crashed, after] = await Promise.allSettled([
    worker.run(blank()),
    worker.run(crashing()),
    worker.run(blank()),
  ]);
  expect(before.status).toBe("fulfilled");
  expect(crashed).toMatchObject({ status: "rejected", reason: { code: "CRASHED" } });
  expect(after.status).toBe("fulfilled");
  for (let n = 0; n < 3; n++) await expect(worker.run(crashing())).rejects.toMatchObject({ code: "CRASHED" });
  await expect(worker.run(blank())).resolves.toHaveLength(MODEL_SIDE * MODEL_SIDE);
});

test("a picture that takes too long is given up", async () => {
  await expect(startWorker({ timeoutMs: 1 }).run(blank())).rejects.toMatchObject({ code: "TIMED_OUT" });
});

test("refuses more pictures than may wait, and works off those it took", async () => {
  const worker = startWorker({ maxWaiting: 2 });
  const outcomes = await Promise.allSettled(Array.from({ length: 5 }, () => worker.run(blank())));
  expect(outcomes.map((outcome) => (outcome.status === "rejected" ? outcome.reason.code : "done"))).toEqual([
    "done",
    "done",
    "done",
    "BUSY",
    "BUSY",
  ]);
});

test("an idle worker does not keep the process alive, and a busy one does", async () => {
  const keptAliveBy = () => process.getActiveResourcesInfo().filter((resource) => resource === "MessagePort").length;
  const before = keptAliveBy();
  const worker = startWorker();
  const running = worker.run(blank());
  expect(keptAliveBy()).toBeGreaterThan(before);
  await running;
  expect(keptAliveBy()).toBe(before);
});

test("closing rejects what is unfinished and whatever comes after", async () => {
  const worker = startWorker();
  const unfinished = Promise.allSettled([worker.run(blank()), worker.run(blank())]);
  await worker.close();
  for (const outcome of await unfinished) expect(outcome).toMatchObject({ reason: { code: "CLOSED" } });
  await expect(worker.run(blank())).rejects.toMatchObject({ code: "CLOSED" });
  await worker.close();
});
