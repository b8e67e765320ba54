import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { newId } from "@studio/kit/id.js";
import type { setStage } from "../chaos/stage.js";
import { quantile } from "./rounds.js";

const PROGRAM = fileURLToPath(new URL("./subscribers.ts", import.meta.url));
const LOADER = fileURLToPath(new URL("./typescript-specifiers.js", import.meta.url));

type Stage = Awaited<ReturnType<typeof setStage>>;

export interface DeliveryOptions {
  subscribers: number;
  /** How many subscribe besides, and never read. */
  stalled?: number;
  events: number;
}

/** Milliseconds from an event's commit until it has come to a subscriber, over all events and subscribers. */
export interface Delivery {
  median: number;
  p99: number;
  max: number;
  /** The gateway's resident memory at the end, in megabytes. */
  rssMb: number;
}

/** Has events happen one by one, each once the one before has come to everybody, all at one gateway. */
export async function measureDelivery(
  stage: Stage,
  { subscribers, stalled = 0, events }: DeliveryOptions,
): Promise<Delivery> {
  const args = [stage.graphUrls[0]!, stage.account.key, String(subscribers), String(stalled)];
  const child = spawn(process.execPath, ["--import", LOADER, PROGRAM, ...args], {
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  const failed = once(child, "exit").then(([code]) => Promise.reject(new Error(`The subscribers ended: ${code}`)));
  const next = async () => (await Promise.race([once(child, "message"), failed]))[0] as { arrivals: number[] };
  try {
    await next();
    const latencies: number[] = [];
    for (let round = 0; round <= events; round++) {
      const arriving = next();
      const committedAt = await happen(stage);
      const { arrivals } = await arriving;
      // The first one warms up.
      if (round > 0) latencies.push(...arrivals.map((at) => Math.max(0, at - committedAt)));
    }
    const rssMb = await residentMb(stage.gateways[0]!.pid);
    return { median: quantile(latencies, 0.5), p99: quantile(latencies, 0.99), max: quantile(latencies, 1), rssMb };
  } finally {
    failed.catch(() => {});
    child.kill("SIGKILL");
  }
}

/** @returns when it was committed */
async function happen({ admin, account }: Stage): Promise<number> {
  const events = [{ id: newId(), type: "contact.updated", ids: { contactId: account.contactId } }];
  await admin.begin(async (sql) => {
    await sql`select set_config('app.account_id', ${account.id}, true)`;
    await sql`select events.append(${account.id}, ${new Date()}, ${sql.json(events)})`;
  });
  const committedAt = Date.now();
  await admin`select pg_notify('studio_events', ${account.id})`;
  return committedAt;
}

async function residentMb(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, "utf8");
  return Math.round(Number(/^VmRSS:\s+(\d+)/m.exec(status)![1]) / 1024);
}
