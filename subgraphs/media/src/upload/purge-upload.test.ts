import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import type { ContactViewer } from "@studio/kit/auth/viewer.js";
import { hourMs } from "@studio/kit/clock.js";
import { parseGlobalId, toGlobalId } from "@studio/kit/paging/global-id.js";
import { portrait } from "../../samples/pictures.js";
import { askPhoto, openUpload, send, type Upload } from "../../test/contact-client.js";
import { openJobServices, type JobServices } from "../../test/job-services.js";
import { change } from "../../test/review-client.js";
import { tusClient } from "../../test/tus-client.js";
import { openWorld, type World } from "../../test/world.js";
import { quarantineKey } from "../photo/object-keys.js";
import { purgeUpload } from "./purge-upload.js";

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

/** A photo of which 5,000 bytes came in, and as many lie in quarantine. */
async function halfUploaded() {
  const viewer = await world.newcomer();
  const upload = await openUpload(world.media, viewer, portrait, "image/png");
  const job = { accountId: viewer.accountId, photoId: parseGlobalId(upload.photo.id)!.id };
  await tusClient(world.media, upload).patch(0, portrait.subarray(0, 5000));
  const quarantined = quarantineKey({ accountId: job.accountId, id: job.photoId });
  await services.objects.put(quarantined, portrait.subarray(0, 5000), { contentType: "image/png" });
  return { viewer, upload, job };
}

function aDayLater(): void {
  world.clock.advance(24 * hourMs);
  onTestFinished(() => world.clock.reset());
}

async function objectsOf({ accountId }: ContactViewer): Promise<string[]> {
  const pages = [`${accountId}/`, `quarantine/${accountId}/`].map((prefix) => services.objects.list({ prefix }));
  return (await Promise.all(pages)).flatMap(({ objects }) => objects.map(({ key }) => key));
}

const statusOf = async (viewer: ContactViewer, upload: Upload) =>
  (await askPhoto(world.media, viewer, upload.photo.id)).data!.photo.status;

test("P26: an upload that was not completed is gone after 24 hours, bytes, draft and all", async () => {
  const { viewer, upload, job } = await halfUploaded();
  expect(await objectsOf(viewer)).toHaveLength(2);
  await purgeUpload(services, job);
  expect(await statusOf(viewer, upload)).toBe("UPLOADING");
  aDayLater();
  await purgeUpload(services, job);
  expect(await objectsOf(viewer)).toEqual([]);
  const { accountId } = viewer;
  const [left] = await world.sql`select p.status as photo, s.status as submission,
      (select count(*)::int from media.upload_part u where u.account_id = p.account_id) as parts
    from media.photo p join media.submission s using (account_id) where account_id = ${accountId}`;
  expect(left).toEqual({ photo: "purged", submission: "purged", parts: 0 });
  const audited = await world.sql`select action from compliance.audit_log where account = ${accountId}`;
  expect(audited.map(({ action }) => action as string)).toContain("photo.upload_purged");
});

test("what was taken back before its photo came in goes with the upload as well", async () => {
  const { viewer, job } = await halfUploaded();
  const submission = () => world.sql`select id, status from media.submission where account_id = ${viewer.accountId}`;
  const id = toGlobalId("Submission", (await submission())[0]!["id"]);
  expect((await change(world, viewer, "withdrawSubmission", { id })).kind).toBe("WithdrawSubmissionPayload");
  aDayLater();
  await purgeUpload(services, job);
  expect(await submission()).toMatchObject([{ status: "purged" }]);
});

test("the job is planned with the upload, and comes again if its time has not come", async () => {
  const { job } = await halfUploaded();
  await purgeUpload(services, job);
  const planned = await world.sql`select start_after from media_jobs.job
    where name = 'purge-upload' and data ->> 'photoId' = ${job.photoId}`;
  expect(planned).toHaveLength(2);
  for (const { start_after: at } of planned) {
    expect(Math.abs((at as Date).getTime() - world.clock.now().getTime() - 24 * hourMs)).toBeLessThan(60_000);
  }
});

test("a purge that is cut short is completed by the next", async () => {
  const { viewer, job } = await halfUploaded();
  aDayLater();
  const failing = Object.assign(Object.create(services.objects) as typeof services.objects, {
    delete: () => Promise.reject(new Error("killed")),
  });
  await expect(purgeUpload({ ...services, objects: failing }, job)).rejects.toThrow("killed");
  expect(await objectsOf(viewer)).toHaveLength(2);
  await purgeUpload(services, job);
  expect(await objectsOf(viewer)).toEqual([]);
});

test("leaves a completed upload alone, but for what was sent beside it", async () => {
  const { viewer, upload, job } = await halfUploaded();
  expect((await send(world.media, upload, portrait)).status).toBe(204);
  aDayLater();
  await purgeUpload(services, job);
  expect(await statusOf(viewer, upload)).toBe("PROCESSING");
  expect(await objectsOf(viewer)).toEqual([expect.stringContaining("/original-")]);
});
