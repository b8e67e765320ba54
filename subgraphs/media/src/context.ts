import type { Clock } from "@studio/kit/clock.js";
import type { KeyService } from "@studio/kit/crypto/key-service.js";
import type { ChangeScope } from "@studio/kit/db/change.js";
import type { Database } from "@studio/kit/db/database.js";
import type { Jobs } from "@studio/kit/jobs/jobs.js";
import type { Logger } from "@studio/kit/logger.js";
import type { CursorCodec } from "@studio/kit/paging/cursor.js";
import type { RequestContext } from "@studio/kit/server/request-context.js";
import type { OnDemand } from "./delivery/on-demand.js";
import type { PhotoLinks } from "./delivery/photo-links.js";
import type { GalleryLinks } from "./gallery/gallery-links.js";
import { createLoaders, type Loaders } from "./loaders.js";
import type { BackgroundRemover } from "./imaging/background-removal/background-remover.js";
import type { ObjectStore } from "./storage/object-store.js";
import type { UploadLinks } from "./upload/upload-links.js";
import type { UploadLoad } from "./upload/upload-load.js";

/** What media stands on, opened once. */
export interface MediaServices {
  db: Database;
  clock: Clock;
  logger: Logger;
  /** Tells readers that an account has new events. */
  wake: (accountId: string) => void;
  jobs: Jobs;
  /** Holds sealed bytes only: open it through `sealedStore` with the contact's key. */
  objects: ObjectStore;
  keys: KeyService;
  remover: BackgroundRemover;
  cursors: CursorCodec;
  uploadLinks: UploadLinks;
  uploadLoad: UploadLoad;
  photoLinks: PhotoLinks;
  onDemand: OnDemand;
  galleryLinks: GalleryLinks;
}

/** What every resolver of media gets. */
export interface MediaContext extends RequestContext {
  services: MediaServices;
  loaders: Loaders;
}

/** The context of one request. */
export function createContext(request: RequestContext, services: MediaServices): MediaContext {
  return { ...request, services, loaders: createLoaders(services.db, request.viewer.accountId) };
}

/** The scope of a state change that the request's viewer makes in their account. */
export function changeScope({ viewer, requestId, services }: MediaContext, accountId: string): ChangeScope {
  const { db, clock, wake } = services;
  return { db, clock, wake, viewer, accountId, requestId };
}
