import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { ContactViewer } from "@studio/kit/auth/viewer.js";
import { noisePng } from "../../subgraphs/media/samples/pictures.js";
import { askPhoto, codeOf, openUpload, send, type Upload } from "../../subgraphs/media/test/contact-client.js";
import { openJobServices, type JobServices } from "../../subgraphs/media/test/job-services.js";
import { tusClient } from "../../subgraphs/media/test/tus-client.js";
import { openWorld, type World } from "../../subgraphs/media/test/world.js";
import { reconcileStorage } from "../../subgraphs/media/src/reconciler/reconcile-storage.js";
import { mountSmallDisk, type SmallDisk } from "../support/small-disk.js";

let disk: SmallDisk;
let world: World;
let services: JobServices;
beforeAll(async () => {
  disk = await mountSmallDisk(4);
  world = await openWorld({ workers: false, storageUrl: pathToFileURL(disk.path).href });
  services = await openJobServices(world);
});
afterAll(async () => {
  await services?.close();
  await world?.close();
  await disk?.remove();
});

const statusOf = async (viewer: ContactViewer, upload: Upload) =>
  (await askPhoto(world.media, viewer, upload.photo.id)).data!.photo.status;

test("a disk of 4 MB that fills up is a clear error, and rows and objects agree afterwards", async () => {
  const anna = await world.newcomer();
  const taken: Upload[] = [];
  let refused: { upload: Upload; file: Buffer } | undefined;
  while (!refused) {
    const file = await noisePng(680);
    const upload = await openUpload(world.media, anna, file, "image/png");
    const response = await send(world.media, upload, file);
    if (response.status === 204) taken.push(upload);
    else {
      expect([response.status, await codeOf(response)]).toEqual([507, "STORAGE_FULL"]);
      refused = { upload, file };
    }
    expect(taken.length).toBeLessThan(4);
  }
  expect(taken.length).toBeGreaterThan(0);
  expect(await statusOf(anna, refused.upload)).toBe("UPLOADING");
  for (const upload of taken) expect(await statusOf(anna, upload)).toBe("PROCESSING");

  const tus = tusClient(world.media, refused.upload);
  const part = await tus.patch(0, refused.file.subarray(0, refused.file.length - 1));
  expect([part.status, await codeOf(part)]).toEqual([507, "STORAGE_FULL"]);
  expect(await tus.offset()).toBe(0);
  expect(await reconcileStorage(services)).toMatchObject({
    rows: taken.length,
    objects: taken.length,
    outcome: "agreed",
  });

  const [row] = await world.sql`select object_key from media.photo where object_key is not null limit 1`;
  await services.objects.delete(row!["object_key"] as string);
  expect((await send(world.media, refused.upload, refused.file)).status).toBe(204);
});
