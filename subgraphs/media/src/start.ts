import { fileURLToPath } from "node:url";
import { localKeyService } from "@studio/kit/crypto/key-service.js";
import { deriveKey } from "@studio/kit/crypto/seal.js";
import { startJobs, type Jobs } from "@studio/kit/jobs/jobs.js";
import { CursorCodec } from "@studio/kit/paging/cursor.js";
import { createExecutor } from "@studio/kit/server/executor.js";
import { openService, type Service, type ServiceOptions } from "@studio/kit/server/open-service.js";
import type { RunningSubgraph } from "@studio/kit/server/subgraph.js";
import { PURGE_COLLECTION } from "./collection/purge-collection.job.js";
import { createContext, type MediaServices } from "./context.js";
import { OnDemand } from "./delivery/on-demand.js";
import { PhotoLinks } from "./delivery/photo-links.js";
import { expireEvents } from "./event/expire-events.js";
import { APPLY_RECIPE } from "./derivative/apply-recipe.job.js";
import { answer } from "./fetch.js";
import { GalleryLinks } from "./gallery/gallery-links.js";
import type { RemovalService } from "./imaging/background-removal/http-background-remover.js";
import { openRemover } from "./imaging/background-removal/open-remover.js";
import { CLEAN_ORIGINALS } from "./photo/clean-originals.job.js";
import { PROCESS_PHOTO } from "./photo/process-photo.job.js";
import { RECONCILE_STORAGE } from "./reconciler/reconcile-storage.job.js";
import { buildMediaSchema } from "./schema.js";
import { startWorkers } from "./start-workers.js";
import { openObjectStore } from "./storage/open-object-store.js";
import { PURGE_UPLOAD } from "./upload/purge-upload.job.js";
import { UploadLinks } from "./upload/upload-links.js";
import { UploadLoad } from "./upload/upload-load.js";

const NAME = "media";
const MIGRATIONS = fileURLToPath(new URL("../migrations", import.meta.url));

/** What this subgraph is started with. */
export interface MediaOptions extends ServiceOptions {
  /** Where sealed photos lie, as `openObjectStore` reads it. Every process of media must see the same place. */
  storageUrl: string;
  /** A service that removes backgrounds, with the embedded model behind it. Without one the model does it all. */
  removalService?: RemovalService | undefined;
  /** Whether this process also edits photos; the default. Without it the graph is answered and photos wait. */
  workers?: boolean;
}

/** Starts the subgraph in this process: migrates its schema, opens its stores, builds its graph, takes up its jobs. */
export async function startMedia(options: MediaOptions): Promise<RunningSubgraph> {
  const { schema } = await buildMediaSchema();
  const service = await openService(NAME, MIGRATIONS, options);
  const jobs = await startJobs({
    url: service.url,
    service: NAME,
    queues: [PROCESS_PHOTO, CLEAN_ORIGINALS, APPLY_RECIPE, PURGE_UPLOAD, PURGE_COLLECTION, RECONCILE_STORAGE],
    logger: options.logger,
  });
  const services = await openServices(options, service, jobs);
  if (options.workers !== false) await startWorkers(services);
  const expiring = expireEvents(services, options.eventRetentionDays);
  return {
    name: NAME,
    execute: createExecutor(schema, (request) => createContext(request, services), options.logger, services),
    fetch: (request) => answer(services, request),
    ready: () => service.db.ping(),
    stop: async () => {
      await expiring.stop();
      await jobs.stop();
      await services.remover.close();
      services.objects.close();
      await service.close();
    },
  };
}

async function openServices(options: MediaOptions, service: Service, jobs: Jobs): Promise<MediaServices> {
  const { masterKey, publicUrl, clock, logger } = options;
  const objects = await openObjectStore(options.storageUrl);
  const remover = openRemover(options.removalService, logger);
  return {
    db: service.db,
    wake: service.wake,
    clock,
    logger,
    jobs,
    objects,
    keys: localKeyService(deriveKey(masterKey, "data-keys")),
    remover,
    onDemand: new OnDemand({ db: service.db, clock, objects, remover }),
    cursors: new CursorCodec(deriveKey(masterKey, "cursors")),
    uploadLinks: new UploadLinks(masterKey, publicUrl, clock),
    uploadLoad: new UploadLoad(),
    photoLinks: new PhotoLinks(masterKey, publicUrl, clock),
    galleryLinks: new GalleryLinks(masterKey, publicUrl, clock),
  };
}
