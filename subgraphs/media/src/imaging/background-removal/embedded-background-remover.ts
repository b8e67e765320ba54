import { openPixels } from "../image-decoder.js";
import type { Raster } from "../raster.js";
import type { BackgroundRemover, SubjectMask } from "./background-remover.js";
import { MODEL_SIDE, SegmentationWorker, type SegmentationLimits } from "./segmentation-worker.js";

const DEFAULT_LIMITS: SegmentationLimits = { timeoutMs: 20_000, maxWaiting: 32 };

/**
 * Background removal on this machine: the selfie segmentation model in a worker thread of its
 * own. Pictures never leave the process and nothing of them is kept (P14).
 * The first picture, or `warmUp`, starts the thread (about half a second).
 */
export class EmbeddedBackgroundRemover implements BackgroundRemover {
  readonly version = "selfie_segmentation@0.1.1675465747 litert@2.5.3";
  private readonly worker: SegmentationWorker;

  constructor(limits: Partial<SegmentationLimits> = {}) {
    this.worker = new SegmentationWorker({ ...DEFAULT_LIMITS, ...limits });
  }

  async warmUp(): Promise<void> {
    await this.worker.run(new Uint8Array(MODEL_SIDE * MODEL_SIDE * 3));
  }

  async removeBackground(picture: Raster): Promise<SubjectMask> {
    const rgb = await openPixels(picture.rgb, picture.width, picture.height, 3)
      .resize(MODEL_SIDE, MODEL_SIDE, { fit: "fill" })
      .raw()
      .toBuffer();
    const alpha = await this.worker.run(new Uint8Array(rgb));
    return { width: MODEL_SIDE, height: MODEL_SIDE, alpha, removerVersion: this.version };
  }

  close(): Promise<void> {
    return this.worker.close();
  }
}
