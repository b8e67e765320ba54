import type { Logger } from "@studio/kit/logger.js";
import type { BackgroundRemover } from "./background-remover.js";
import { EmbeddedBackgroundRemover } from "./embedded-background-remover.js";
import { HttpBackgroundRemover, type RemovalService } from "./http-background-remover.js";
import { ResilientBackgroundRemover } from "./resilient-background-remover.js";

/** The embedded model, or a service with the embedded model behind it. */
export function openRemover(service: RemovalService | undefined, logger: Pick<Logger, "warn">): BackgroundRemover {
  const embedded = new EmbeddedBackgroundRemover();
  return service ? new ResilientBackgroundRemover(new HttpBackgroundRemover(service), embedded, logger) : embedded;
}
