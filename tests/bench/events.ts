import { loadavg } from "node:os";
import { setTimeout as sleep } from "node:timers/promises";
import { graphClient } from "@studio/dev/journey/graph-client.js";
import { setStage } from "../chaos/stage.js";
import { happen, measureDelivery, openSubscribers, peakMb, type Stage } from "./delivery.js";
import { quantile } from "./rounds.js";

const LIMIT = { p99Ms: 250, rssMb: 600, stalledCost: 1.2 };
const [ROUNDS, EVENTS] = [7, 20];
/** More than the sockets' buffers hold, and how long they take to be full: who never reads is then really waited for. */
const [BACKLOG, UNTIL_FULL_MS] = [5_000, 2_000];

/** `pnpm bench events [subscribers]`: what it takes until an event has come to everybody, and what that costs. */
export async function benchEvents([most = "10000"]: readonly string[]): Promise<void> {
  const stage = await setStage({ identity: [], gateways: [[], []] });
  try {
    const { alone, beside } = await compare(stage);
    const mb = await fanOut(stage, Number(most));
    const held = [
      [`1,000 subscribers within ${LIMIT.p99Ms} ms (p99)`, alone <= LIMIT.p99Ms],
      ["one that never reads costs at most a fifth", beside <= alone * LIMIT.stalledCost],
      [`${most} subscribers within ${LIMIT.rssMb} MB`, mb <= LIMIT.rssMb],
    ] as const;
    for (const [what, isHeld] of held) console.log(`${isHeld ? "held    " : "NOT HELD"} ${what}`);
    if (held.some(([, isHeld]) => !isHeld)) process.exitCode = 1;
  } finally {
    await stage.stop();
  }
}

/**
 * A thousand subscribers, alone and beside one that never reads, in turn: whatever else the machine does falls on both.
 * @returns the median of the rounds' p99s
 */
async function compare(stage: Stage): Promise<{ alone: number; beside: number }> {
  const after = await backlog(stage);
  const subscribers = await openSubscribers(stage, { count: 1_000 });
  const rounds = { alone: [] as number[][], beside: [] as number[][] };
  const measureAlone = async () => rounds.alone.push(await measureDelivery(stage, subscribers, EVENTS));
  const measureBeside = async () => {
    const stalled = await openSubscribers(stage, { count: 0, stalled: 1, after });
    await sleep(UNTIL_FULL_MS);
    rounds.beside.push(await measureDelivery(stage, subscribers, EVENTS));
    stalled.close();
  };
  for (let round = 0; round < ROUNDS; round++) {
    const turns = [measureAlone, measureBeside];
    for (const turn of round % 2 === 0 ? turns : turns.toReversed()) await turn();
  }
  subscribers.close();
  const [alone, beside] = [
    report("1,000 subscribers", rounds.alone),
    report("beside one that never reads", rounds.beside),
  ];
  console.log(
    `${"".padEnd(32)}gateway at most ${await peakMb(stage)} MB; ${(beside / alone).toFixed(2)} times the p99`,
  );
  return { alone, beside };
}

/** @returns the gateway's memory at its most, in megabytes */
async function fanOut(stage: Stage, count: number): Promise<number> {
  const subscribers = await openSubscribers(stage, { count });
  report(`${count} subscribers`, [await measureDelivery(stage, subscribers, EVENTS)]);
  subscribers.close();
  const mb = await peakMb(stage);
  console.log(`${"".padEnd(32)}gateway at most ${mb} MB`);
  return mb;
}

/** @returns a cursor with many events behind it */
async function backlog(stage: Stage): Promise<string> {
  const graph = graphClient(stage.graphUrls[0]!, stage.account.key);
  const { eventPage } = await graph.ask<{ eventPage: { endCursor: string } }>("{ eventPage(first: 1) { endCursor } }");
  await happen(stage, BACKLOG);
  return eventPage.endCursor;
}

function report(name: string, rounds: readonly number[][]): number {
  const p99s = rounds.map((latencies) => quantile(latencies, 0.99));
  const p99 = quantile(p99s, 0.5);
  const spread = `(${Math.min(...p99s)} to ${Math.max(...p99s)} in ${rounds.length} rounds)`;
  const median = quantile(rounds.flat(), 0.5);
  console.log(`${name.padEnd(32)}median ${median} ms, p99 ${p99} ms ${spread}; load ${loadavg()[0]!.toFixed(1)}`);
  return p99;
}
