import { mkdir, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import type { ContactViewer } from "@studio/kit/auth/viewer.js";
import { dayMs } from "@studio/kit/clock.js";
import { newId } from "@studio/kit/id.js";
import { parseGlobalId } from "@studio/kit/paging/global-id.js";
import { portrait } from "../../samples/pictures.js";
import { ask, askPhoto, openUpload, send, type Upload } from "../../test/contact-client.js";
import { openJobServices, type JobServices } from "../../test/job-services.js";
import { tusClient } from "../../test/tus-client.js";
import { member } from "../../test/viewers.js";
import { openWorld, type World } from "../../test/world.js";
import { OBJECT_SUFFIX } from "../storage/object-file.js";
import { ObjectNotFound } from "../storage/storage.errors.js";
import { reconcileStorage } from "./reconcile-storage.js";

let world: World;
let services: JobServices;
beforeAll(async () => {
  world = await openWorld({ workers: false });
  services = await openJobServices(world);
});
afterAll(async () => {
  await services.close();
  await world.close();
});

async function uploaded(viewer: ContactViewer): Promise<Upload> {
  const upload = await openUpload(world.media, viewer, portrait, "image/png");
  expect((await send(world.media, upload, portrait)).status).toBe(204);
  return upload;
}

const idOf = (upload: Upload) => parseGlobalId(upload.photo.id)!.id;
const put = (key: string) => services.objects.put(key, Buffer.from("x"), { contentType: "image/png" });
const exists = (key: string) =>
  services.objects.head(key).then(
    () => true,
    (error: unknown) => !(error instanceof ObjectNotFound),
  );

function daysLater(days: number): void {
  world.clock.advance(days * dayMs);
  onTestFinished(() => world.clock.reset());
}

async function originalKeyOf(upload: Upload): Promise<string> {
  const [row] = await world.sql`select object_key from media.photo where id = ${idOf(upload)}`;
  return row!["object_key"] as string;
}

test("finds nothing where every row has its object and every object its row", async () => {
  const anna = await world.newcomer();
  await uploaded(anna);
  const half = await openUpload(world.media, anna, portrait, "image/png");
  await tusClient(world.media, half).patch(0, portrait.subarray(0, 1000));
  await put(`quarantine/${anna.accountId}/${idOf(half)}`);
  const check = await reconcileStorage(services);
  expect(check).toMatchObject({ orphans: 0, lost: 0, outcome: "agreed" });
  expect([check.objects >= 3, check.rows >= 2]).toEqual([true, true]);
});

test("deletes what no row knows of once it is a day old: beside a photo, in quarantine, and of no account at all", async () => {
  const anna = await world.newcomer();
  const upload = await uploaded(anna);
  const kept = await originalKeyOf(upload);
  const stranger = newId();
  const planted = [
    `${anna.accountId}/${anna.contactId}/${idOf(upload)}/original-${newId()}`,
    `${anna.accountId}/${newId()}/x`,
    `quarantine/${anna.accountId}/${idOf(upload)}`,
    `quarantine/${stranger}/${newId()}`,
    `${stranger}/a/b`,
    `${stranger}/a/c`,
  ];
  for (const key of [...planted, "elsewhere/x", "elsewhere/zzzzz"]) await put(key);
  expect(await reconcileStorage(services)).toMatchObject({ orphans: 0, outcome: "agreed" });
  daysLater(1);
  expect(await reconcileStorage(services)).toMatchObject({ orphans: planted.length, lost: 0, outcome: "repaired" });
  for (const key of planted) expect(await exists(key), key).toBe(false);
  for (const key of [kept, "elsewhere/x"]) expect(await exists(key), key).toBe(true);
  expect(await reconcileStorage(services)).toMatchObject({ orphans: 0, outcome: "agreed" });
});

test("goes past names that are none of media's keys, and leaves them", async () => {
  const anna = await world.newcomer();
  const upload = await uploaded(anna);
  const folder = `${anna.accountId}/${anna.contactId}/${idOf(upload)}`;
  const foreign = ["my files/a b", "été", `${folder}/a copy (1)`, `quarantine/${anna.accountId}/a copy`];
  const files = foreign.map((key) => join(world.options.objectDirectory, key) + OBJECT_SUFFIX);
  for (const file of files) {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, "x");
  }
  await put(`quarantine/${anna.accountId}/draft`);
  await put(`${newId()}/a/b`);
  daysLater(2);
  expect(await reconcileStorage(services)).toMatchObject({ orphans: 2, lost: 0, outcome: "repaired" });
  for (const file of files) expect((await stat(file)).size, file).toBe(1);
});

test("a photo whose original is gone has failed, and whoever waits for it is told", async () => {
  const anna = await world.newcomer();
  const upload = await uploaded(anna);
  await services.objects.delete(await originalKeyOf(upload));
  expect(await reconcileStorage(services)).toMatchObject({ orphans: 0, lost: 1, outcome: "repaired" });
  const { data } = await askPhoto(world.media, anna, upload.photo.id);
  expect(data!.photo).toMatchObject({ status: "FAILED", failureReason: "BYTES_LOST", original: null });
  const told = await world.sql`select type from events.event where account_id = ${anna.accountId}`;
  expect(told.map(({ type }) => type as string)).toContain("photo.failed");
  const audited = await world.sql`select reason from compliance.audit_log
    where account = ${anna.accountId} and action = 'photo.object_lost'`;
  expect(audited.map(({ reason }) => reason as string)).toEqual(["original_lost"]);
  expect(await reconcileStorage(services)).toMatchObject({ lost: 0, outcome: "agreed" });
});

test("an upload that lost a part goes on from before it", async () => {
  const anna = await world.newcomer();
  const upload = await openUpload(world.media, anna, portrait, "image/png");
  const tus = tusClient(world.media, upload);
  for (const at of [0, 1000, 2000]) await tus.patch(at, portrait.subarray(at, at + 1000));
  const [part] = await world.sql`select object_key from media.upload_part
    where photo_id = ${idOf(upload)} and starts_at = 1000`;
  await services.objects.delete(part!["object_key"] as string);
  expect(await reconcileStorage(services)).toMatchObject({ lost: 1, outcome: "repaired" });
  expect(await tus.offset()).toBe(1000);
  expect((await tus.patch(1000, portrait.subarray(1000))).status).toBe(204);
});

test("touches nothing where too much differs for an accident, and says so", async () => {
  const anna = await world.newcomer();
  const upload = await uploaded(anna);
  for (let n = 0; n < 60; n++) await put(`${anna.accountId}/${anna.contactId}/${idOf(upload)}/stray-${n}`);
  daysLater(2);
  const check = await reconcileStorage(services);
  expect(check.orphans).toBeGreaterThanOrEqual(60);
  expect(check.outcome).toBe("left_alone");
  expect(await exists(`${anna.accountId}/${anna.contactId}/${idOf(upload)}/stray-0`)).toBe(true);
});

test("shows its last result to the platform's staff, and to nobody else", async () => {
  const query = "{ storageCheck { startedAt finishedAt objects rows orphans lost outcome } }";
  await reconcileStorage(services);
  const staff = { kind: "staff", staffId: newId(), accountId: null, grantId: null, scopes: [] as string[] } as const;
  const { data, errors } = await ask<{ storageCheck: object }>(world.media, staff, query);
  expect(errors).toBeUndefined();
  expect(data!.storageCheck).toMatchObject({ finishedAt: expect.any(String), outcome: expect.any(String) });
  for (const viewer of [member(newId(), "owner"), await world.newcomer()]) {
    expect((await ask(world.media, viewer, query)).errors![0]!.extensions.code).toBe("FORBIDDEN");
  }
});
