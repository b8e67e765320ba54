import type { ContactViewer } from "@studio/kit/auth/viewer.js";
import { localKeyService } from "@studio/kit/crypto/key-service.js";
import { deriveKey } from "@studio/kit/crypto/seal.js";
import { openDatabase, type Database } from "@studio/kit/db/database.js";
import { roleUrl } from "@studio/kit/db/role-url.js";
import { portrait } from "../samples/pictures.js";
import { EmbeddedBackgroundRemover } from "../src/imaging/background-removal/embedded-background-remover.js";
import type { SweepingServices } from "../src/photo/clean-originals.js";
import { PROCESS_PHOTO, type ProcessPhotoJob } from "../src/photo/process-photo.job.js";
import type { ProcessingServices } from "../src/photo/process-photo.js";
import { openFilesystemStore } from "../src/storage/filesystem-store.js";
import type { ObjectStore } from "../src/storage/object-store.js";
import { askPhoto, openUpload, send, type PhotoAnswer } from "./contact-client.js";
import { openWorld, type World } from "./world.js";

/** A file as it is on somebody's phone. */
export interface UploadedFile {
  bytes: Buffer;
  contentType: string;
}

/** An original that is in, its job, and the photo as its contact sees it now. */
export interface UploadedPhoto {
  job: ProcessPhotoJob;
  photo: () => Promise<PhotoAnswer>;
}

/** A world without workers, in which a test edits photos itself. */
export interface Editing {
  world: World;
  db: Database;
  objects: ObjectStore;
  /** The worker's services, with whatever is to go wrong. */
  services: (faulty?: Partial<ProcessingServices>) => ProcessingServices;
  /** Those of the job that cleans older originals. */
  sweeping: (faulty?: Partial<SweepingServices>) => SweepingServices;
  /** A contact of a studio that wants two headshots besides the edited version. */
  newcomer: () => Promise<ContactViewer>;
  /** The portrait that the contact uploads, or another file. */
  uploaded: (viewer: ContactViewer, file?: UploadedFile) => Promise<UploadedPhoto>;
  close: () => Promise<void>;
}

export async function openEditing(): Promise<Editing> {
  const world = await openWorld({ workers: false });
  const { databaseUrl, masterKey, objectDirectory } = world.options;
  const db = openDatabase({ url: roleUrl(databaseUrl, masterKey, "media"), applicationName: "test" });
  const objects = await openFilesystemStore(objectDirectory);
  const keys = localKeyService(deriveKey(masterKey, "data-keys"));
  const remover = new EmbeddedBackgroundRemover();
  const services = { db, objects, keys, remover, clock: world.clock, wake: () => {} };
  return {
    world,
    db,
    objects,
    services: (faulty = {}) => ({ ...services, ...faulty }),
    sweeping: (faulty = {}) => ({ ...services, logger: world.options.logger, ...faulty }),
    newcomer: () => newcomer(world),
    uploaded: (viewer, file) => uploaded(world, viewer, file),
    close: async () => {
      await remover.close();
      await db.close();
      await world.close();
    },
  };
}

async function newcomer(world: World): Promise<ContactViewer> {
  const anna = await world.newcomer();
  const square = { width: 96, height: 96, fit: "face", quality: 80, backdrop: "#ffffff" } as const;
  await world.addRecipe(anna, "badge", { ...square, format: "webp" });
  await world.addRecipe(anna, "print", { ...square, format: "jpeg", tone: "grey" });
  return anna;
}

async function uploaded(
  world: World,
  viewer: ContactViewer,
  { bytes, contentType }: UploadedFile = { bytes: portrait, contentType: "image/png" },
): Promise<UploadedPhoto> {
  const upload = await openUpload(world.media, viewer, bytes, contentType);
  await send(world.media, upload, bytes);
  const [row] = await world.sql<{ data: ProcessPhotoJob }[]>`
    select data from media_jobs.job where name = ${PROCESS_PHOTO} and data ->> 'accountId' = ${viewer.accountId}`;
  return { job: row!.data, photo: async () => (await askPhoto(world.media, viewer, upload.photo.id)).data!.photo };
}
