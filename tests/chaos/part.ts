import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const ROOT = new URL("../../", import.meta.url);
const path = (name: string) => fileURLToPath(new URL(name, ROOT));
const LOADERS = ["tests/bench/typescript-specifiers.js", "tests/chaos/hooks.ts"].flatMap((name) => [
  "--import",
  path(name),
]);

export interface PartOptions {
  script: string;
  /** Node's own. */
  nodeArgs?: string[];
  args?: string[];
  env?: Record<string, string>;
  /** Named points at which it is to die, one a life: `gateway.mid-page:300`. */
  faults?: string[];
  onLine?: (line: string) => void;
}

/** A process that is started again whenever it dies, with the next fault ahead of it. */
export class Part {
  readonly #options: PartOptions;
  readonly #ahead: string[];
  #child: ChildProcess | null = null;
  #isStopping = false;
  /** The points at which it died. */
  readonly died: string[] = [];
  /** Ends that nobody asked for. */
  readonly failures: string[] = [];
  /** Resolves when it has ended by itself, its work done. */
  readonly done: Promise<void>;

  constructor(options: PartOptions) {
    this.#options = options;
    this.#ahead = [...(options.faults ?? [])];
    const { promise, resolve } = Promise.withResolvers<void>();
    this.done = promise;
    this.#launch(resolve);
  }

  /** The points that it has not come by yet. */
  get ahead(): readonly string[] {
    return this.#ahead;
  }

  get pid(): number {
    return this.#child!.pid!;
  }

  async stop(): Promise<void> {
    this.#isStopping = true;
    if (!this.#child || this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    const exited = once(this.#child, "exit");
    this.#child.kill("SIGKILL");
    await exited;
  }

  #launch(finish: () => void): void {
    const { script, nodeArgs = [], args = [], env = {}, onLine } = this.#options;
    const [fault] = this.#ahead;
    const child = spawn(process.execPath, [...nodeArgs, ...LOADERS, path(script), ...args], {
      env: { ...process.env, LOG_LEVEL: "silent", ...env, FAULT: fault ?? "" },
      stdio: ["ignore", "pipe", "ignore"],
    });
    this.#child = child;
    createInterface(child.stdout).on("line", (line) => onLine?.(line));
    child.once("exit", (code, signal) => {
      if (this.#isStopping) return;
      if (code === 0) return finish();
      if (signal === "SIGKILL" && fault !== undefined) this.died.push(this.#ahead.shift()!);
      else this.failures.push(`${script} ended with ${code ?? signal}`);
      this.#launch(finish);
    });
  }
}
