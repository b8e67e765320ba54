import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { poll } from "../poll.js";
import type { PostgresBinaries } from "./binaries.js";
import { isAlive } from "./process-identity.js";

/** SIGINT: fast shutdown. SIGQUIT: immediate; the next start recovers. SIGKILL: as a fault would. */
export type PostgresSignal = "SIGINT" | "SIGQUIT" | "SIGKILL";

const PATIENCE_MS = { SIGINT: 20_000, SIGQUIT: 5_000, SIGKILL: 5_000 } as const;

/** Signals a postmaster; one that is gone already is no error. */
export async function signalPostgres(pid: number, signal: PostgresSignal, { pg_ctl }: PostgresBinaries): Promise<void> {
  // Windows has no signals: PostgreSQL listens on a named pipe, which pg_ctl knows.
  if (process.platform === "win32" && signal !== "SIGKILL") {
    await promisify(execFile)(pg_ctl, ["kill", signal.slice(3), `${pid}`]).catch(() => undefined);
    return;
  }
  try {
    process.kill(pid, signal);
  } catch (error) {
    if (isAlive(pid)) throw error;
  }
}

/** Stops a postmaster, fast first and harder where that hangs; committed data survives each way. */
export async function stopPostgres(pid: number, binaries: PostgresBinaries): Promise<void> {
  for (const signal of ["SIGINT", "SIGQUIT", "SIGKILL"] as const) {
    await signalPostgres(pid, signal, binaries);
    if (await isGone(pid, PATIENCE_MS[signal])) return;
  }
}

/** Whether the process is gone within the time. */
export async function isGone(pid: number, timeoutMs: number): Promise<boolean> {
  return (await poll(() => (isAlive(pid) ? undefined : true), { timeoutMs, everyMs: 10 })) ?? false;
}
