import { afterAll, beforeAll, expect, test } from "vitest";
import type { Database } from "@studio/kit/db/database.js";
import { openEditing, type Editing } from "../../test/editing.js";
import type { ObjectStore } from "../storage/object-store.js";
import { PHOTO_STEPS } from "./photo-step.js";
import { processPhoto } from "./process-photo.js";

let editing: Editing;
beforeAll(async () => void (editing = await openEditing()));
afterAll(() => editing.close());

test("a contact who asks again and again sees each step within a second of its beginning", async () => {
  const anna = await editing.newcomer();
  const { job, photo } = await editing.uploaded(anna);
  const running = async () => (await photo()).progress.find(({ state }) => state === "RUNNING")?.step ?? null;
  const seenAfter = new Map<string, number>();
  const inAccount: Database["inAccount"] = async (accountId, work) => {
    const result = await editing.db.inAccount(accountId, work);
    const [row] = await editing.world.sql<
      { step: string | null }[]
    >`select step from media.photo where id = ${job.photoId}`;
    const began = performance.now();
    const isOver = (await photo()).status === "READY";
    if (!isOver) await expect.poll(running, { interval: 20 }).toBe(row!.step?.toUpperCase() ?? null);
    if (row!.step && !seenAfter.has(row!.step)) seenAfter.set(row!.step, performance.now() - began);
    return result;
  };
  expect((await photo()).progress.map(({ state }) => state)).toEqual(Array(4).fill("WAITING"));
  await processPhoto(editing.services({ db: { ...editing.db, inAccount } }), job);
  expect([...seenAfter.keys()]).toEqual([...PHOTO_STEPS]);
  for (const [step, milliseconds] of seenAfter) expect([step, milliseconds < 1_000]).toEqual([step, true]);
  expect((await photo()).progress.map(({ state }) => state)).toEqual(Array(4).fill("DONE"));
});

test("while the work of a step is done, that step is the one that the contact sees running", async () => {
  const anna = await editing.newcomer();
  const { job, photo } = await editing.uploaded(anna);
  const watched: { step: string | undefined; after: number }[] = [];
  /** The work goes on once the contact has seen what it is; how long that took is noted. */
  const watch = async () => {
    const began = performance.now();
    const running = async () => (await photo()).progress.find(({ state }) => state === "RUNNING")?.step;
    await expect.poll(running, { interval: 20 }).toBeDefined();
    watched.push({ step: await running(), after: performance.now() - began });
  };
  const { remover } = editing.services();
  const put = async (...args: Parameters<ObjectStore["put"]>) => {
    await watch();
    return editing.objects.put(...args);
  };
  const objects: ObjectStore = Object.create(editing.objects, { put: { value: put } });
  const removeBackground: typeof remover.removeBackground = async (picture) => {
    await watch();
    return remover.removeBackground(picture);
  };
  await processPhoto(editing.services({ objects, remover: { removeBackground, close: async () => {} } }), job);
  const [decode, removal, backdrop, derivatives] = PHOTO_STEPS.map((step) => step.toUpperCase());
  expect(watched.map(({ step }) => step)).toEqual([decode, removal, backdrop, derivatives, derivatives]);
  expect(watched.filter(({ after }) => after >= 1_000)).toEqual([]);
});
