import { setTimeout as delay } from "node:timers/promises";
import { endOrphan } from "./orphan.js";
import {
  startPostmaster,
  PostmasterRefused,
  type Postmaster,
  type PostmasterExit,
  type PostmasterPlan,
} from "./postmaster.js";
import { isGone, signalPostgres, stopPostgres } from "./signal.js";

const FIRST_DELAY_MS = 50;
const LONGEST_DELAY_MS = 10_000;
const SOUND_RUN_MS = 30_000;
const LEFTOVER_PATIENCE_MS = 10_000;

/** What happens to a PostgreSQL that nobody asked to stop. */
export type PostgresEvent =
  | ({ readonly kind: "exited" } & PostmasterExit)
  | { readonly kind: "restarting"; readonly attempt: number; readonly delayMs: number }
  | { readonly kind: "restart-failed"; readonly error: unknown }
  | { readonly kind: "restarted"; readonly pid: number };

/** Keeps one PostgreSQL running: starts it, and where told so starts it again when it dies. */
export class Supervisor {
  readonly #listeners = new Set<(event: PostgresEvent) => void>();
  #running: Postmaster | undefined;
  #startedAt = 0;
  #quickDeaths = 0;
  #recovery: { readonly abort: AbortController; readonly done: Promise<void> } | undefined;
  readonly #endWithProcess = () => {
    if (this.#running !== undefined) process.kill(this.#running.pid, "SIGINT");
  };

  constructor(
    readonly plan: PostmasterPlan,
    readonly isKeptAlive: boolean,
  ) {}

  get pid(): number | undefined {
    return this.#running?.pid;
  }

  onEvent(listener: (event: PostgresEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async start(): Promise<void> {
    const postmaster = await this.#launch();
    this.#running = postmaster;
    this.#startedAt = performance.now();
    process.once("exit", this.#endWithProcess);
    void postmaster.exited.then((exit) => this.#exited(postmaster, exit));
  }

  /** Shuts down (fast); a recovery under way is given up. */
  async stop(): Promise<void> {
    this.#recovery?.abort.abort();
    await this.#recovery?.done;
    const postmaster = this.#running;
    if (postmaster === undefined) return;
    this.#forget();
    await stopPostgres(postmaster.pid, this.plan.binaries);
    await postmaster.exited;
  }

  /** Kills PostgreSQL as a fault would; it counts as an unexpected exit. */
  async kill(): Promise<void> {
    const postmaster = this.#running;
    if (postmaster === undefined) return;
    await signalPostgres(postmaster.pid, "SIGKILL", this.plan.binaries);
    await postmaster.exited;
    await isGone(postmaster.pid, LEFTOVER_PATIENCE_MS);
  }

  #forget(): void {
    this.#running = undefined;
    process.off("exit", this.#endWithProcess);
  }

  #exited(postmaster: Postmaster, exit: PostmasterExit): void {
    if (this.#running !== postmaster) return;
    this.#forget();
    this.#quickDeaths = performance.now() - this.#startedAt < SOUND_RUN_MS ? this.#quickDeaths + 1 : 1;
    this.#report({ kind: "exited", ...exit });
    if (!this.isKeptAlive) return;
    const abort = new AbortController();
    const done = this.#recover(abort.signal).finally(() => (this.#recovery = undefined));
    this.#recovery = { abort, done };
  }

  async #recover(signal: AbortSignal): Promise<void> {
    for (let attempt = this.#quickDeaths; !signal.aborted && this.#running === undefined; attempt += 1) {
      const delayMs = Math.min(FIRST_DELAY_MS * 2 ** (attempt - 1), LONGEST_DELAY_MS);
      this.#report({ kind: "restarting", attempt, delayMs });
      await delay(delayMs, undefined, { signal }).catch(() => undefined);
      if (signal.aborted) return;
      await this.start().then(
        () => this.#report({ kind: "restarted", pid: this.#running?.pid ?? Number.NaN }),
        (error: unknown) => this.#report({ kind: "restart-failed", error }),
      );
    }
  }

  async #launch(): Promise<Postmaster> {
    const deadline = performance.now() + LEFTOVER_PATIENCE_MS;
    for (;;) {
      try {
        await endOrphan(this.plan.directory.cluster, this.plan.binaries);
        return await startPostmaster(this.plan);
      } catch (error) {
        // Backends of a killed postmaster hold its shared memory until they notice.
        const mayPass = error instanceof PostmasterRefused && error.isPassing;
        if (!mayPass || performance.now() > deadline) throw error;
        await delay(50);
      }
    }
  }

  #report(event: PostgresEvent): void {
    for (const listener of this.#listeners) listener(event);
  }
}
