import { extname } from "node:path";
import { Worker } from "node:worker_threads";
import { BackgroundRemovalFailed, type BackgroundRemovalFailure } from "./background-remover.js";

// Beside this file stands the worker as this file itself runs: `.ts` under Vitest, `.js` in `dist`.
const WORKER_FILE = new URL(`./segmentation.worker${extname(import.meta.url)}`, import.meta.url);

/** The model sees pictures of this many pixels on each side. */
export const MODEL_SIDE = 256;

export interface SegmentationLimits {
  /** Milliseconds that one picture may take, the start of a cold worker included. */
  readonly timeoutMs: number;
  /** Pictures that may wait while one is being worked on. */
  readonly maxWaiting: number;
}

interface Task {
  readonly rgb: Uint8Array<ArrayBuffer>;
  resolve(alpha: Uint8Array): void;
  reject(error: BackgroundRemovalFailed): void;
}

/**
 * One warm worker thread that segments one picture at a time, in the order they came.
 * A crash or a time-out rejects the picture in work, and the next one gets a fresh thread.
 * An idle worker does not keep the process alive.
 */
export class SegmentationWorker {
  private readonly waiting: Task[] = [];
  private running: { task: Task; timer: NodeJS.Timeout } | undefined;
  private worker: Worker | undefined;
  private closed = false;

  constructor(private readonly limits: SegmentationLimits) {}

  /**
   * `rgb` holds 256 × 256 pixels of three bytes and is emptied by the call; the answer has one
   * byte per pixel, 255 where the person is. Throws `BackgroundRemovalFailed`.
   */
  run(rgb: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
    return new Promise((resolve, reject) => {
      if (this.closed) return reject(new BackgroundRemovalFailed("CLOSED"));
      if (this.waiting.length >= this.limits.maxWaiting) return reject(new BackgroundRemovalFailed("BUSY"));
      this.waiting.push({ rgb, resolve, reject });
      this.startNext();
    });
  }

  /** Rejects what is waiting or in work with `CLOSED` and ends the thread. */
  async close(): Promise<void> {
    this.closed = true;
    for (const task of this.waiting.splice(0)) task.reject(new BackgroundRemovalFailed("CLOSED"));
    await this.abandon("CLOSED");
  }

  private startNext(): void {
    if (this.running !== undefined) return;
    const task = this.waiting.shift();
    if (task === undefined) return;
    this.worker ??= this.spawn();
    this.worker.ref();
    const timer = setTimeout(() => void this.abandon("TIMED_OUT"), this.limits.timeoutMs);
    this.running = { task, timer };
    this.worker.postMessage(task.rgb, [task.rgb.buffer]);
  }

  private spawn(): Worker {
    const worker = new Worker(WORKER_FILE, { execArgv: [] });
    worker.on("message", (alpha: Uint8Array) => {
      if (worker === this.worker) this.finish(alpha);
    });
    for (const event of ["error", "exit"] as const) {
      worker.on(event, (cause: unknown) => {
        if (worker === this.worker) void this.abandon("CRASHED", { cause });
      });
    }
    return worker;
  }

  private finish(alpha: Uint8Array): void {
    this.worker?.unref();
    this.settle()?.resolve(alpha);
    this.startNext();
  }

  private async abandon(failure: BackgroundRemovalFailure, options?: ErrorOptions): Promise<void> {
    const worker = this.worker;
    this.worker = undefined;
    this.settle()?.reject(new BackgroundRemovalFailed(failure, options));
    this.startNext();
    await worker?.terminate();
  }

  private settle(): Task | undefined {
    clearTimeout(this.running?.timer);
    const task = this.running?.task;
    this.running = undefined;
    return task;
  }
}
