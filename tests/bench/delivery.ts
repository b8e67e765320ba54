import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { newId } from "@studio/kit/id.js";
import type { setStage } from "../chaos/stage.js";

const PROGRAM = fileURLToPath(new URL("./subscribers.ts", import.meta.url));
const LOADER = fileURLToPath(new URL("./typescript-specifiers.js", import.meta.url));

export type Stage = Awaited<ReturnType<typeof setStage>>;

/** Many who follow one account over WebSocket at one gateway, in a process of their own. */
export interface Subscribers {
  /** Resolves when the next event has come to each of them, with when it did (milliseconds since 1970). */
  arrivals(): Promise<number[]>;
  close(): void;
}

/** Resolves when `count` follow the log from its head, and `stalled` more have begun behind a cursor and never read. */
export async function openSubscribers(
  { graphUrls, account }: Stage,
  { count, stalled = 0, after = "" }: { count: number; stalled?: number; after?: string },
): Promise<Subscribers> {
  const args = [graphUrls[0]!, account.key, String(count), String(stalled), after];
  const child = spawn(process.execPath, ["--import", LOADER, PROGRAM, ...args], {
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  const failed = once(child, "exit").then(([code]) => Promise.reject(new Error(`The subscribers ended: ${code}`)));
  failed.catch(() => {});
  const next = async () => (await Promise.race([once(child, "message"), failed]))[0] as { arrivals: number[] };
  await next();
  return { arrivals: async () => (await next()).arrivals, close: () => void child.kill("SIGKILL") };
}

/**
 * Has events happen one by one, each once the one before has come to everybody, after one that warms up.
 * @returns milliseconds from each event's commit until it came to each subscriber's socket
 */
export async function measureDelivery(stage: Stage, subscribers: Subscribers, events: number): Promise<number[]> {
  const latencies: number[] = [];
  for (let round = 0; round <= events; round++) {
    const arriving = subscribers.arrivals();
    const committedAt = await happen(stage, 1);
    const arrivals = await arriving;
    if (round > 0) latencies.push(...arrivals.map((at) => Math.max(0, at - committedAt)));
  }
  return latencies;
}

/** Has so many events happen in one transaction. @returns when it was committed */
export async function happen({ admin, account }: Stage, count: number): Promise<number> {
  const events = Array.from({ length: count }, () => ({
    id: newId(),
    type: "contact.updated",
    ids: { contactId: account.contactId },
  }));
  await admin.begin(async (sql) => {
    await sql`select set_config('app.account_id', ${account.id}, true)`;
    await sql`select events.append(${account.id}, ${new Date()}, ${sql.json(events)})`;
  });
  const committedAt = Date.now();
  await admin`select pg_notify('studio_events', ${account.id})`;
  return committedAt;
}

/** The most memory that the gateway was ever resident in, in megabytes. */
export async function peakMb({ gateways }: Stage): Promise<number> {
  const status = await readFile(`/proc/${gateways[0]!.pid}/status`, "utf8");
  return Math.round(Number(/^VmHWM:\s+(\d+)/m.exec(status)![1]) / 1024);
}
