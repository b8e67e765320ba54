import { setStage } from "../chaos/stage.js";
import { measureDelivery, type Delivery, type DeliveryOptions } from "./delivery.js";

const LIMIT = { p99Ms: 250, rssMb: 600, stalledCost: 1.2 };

/** `pnpm bench events [subscribers]`: what it takes until an event has come to everybody, and what that costs. */
export async function benchEvents([most = "10000"]: readonly string[]): Promise<void> {
  const stage = await setStage({ identity: [], gateways: [[], []] });
  try {
    const run = async (name: string, options: DeliveryOptions): Promise<Delivery> => {
      const delivery = await measureDelivery(stage, options);
      const { median, p99, max, rssMb } = delivery;
      console.log(`${name.padEnd(40)} median ${median} ms, p99 ${p99} ms, max ${max} ms; gateway ${rssMb} MB`);
      return delivery;
    };
    const thousand = await run("1,000 subscribers", { subscribers: 1_000, events: 50 });
    const beside = await run("1,000, beside one that never reads", { subscribers: 1_000, stalled: 1, events: 50 });
    const many = await run(`${most} subscribers`, { subscribers: Number(most), events: 20 });
    const held = [
      [`1,000 subscribers within ${LIMIT.p99Ms} ms (p99)`, thousand.p99 <= LIMIT.p99Ms],
      ["one that never reads costs at most a fifth", beside.p99 <= thousand.p99 * LIMIT.stalledCost],
      [`${most} subscribers within ${LIMIT.rssMb} MB`, many.rssMb <= LIMIT.rssMb],
    ] as const;
    for (const [what, isHeld] of held) console.log(`${isHeld ? "held    " : "NOT HELD"} ${what}`);
    if (held.some(([, isHeld]) => !isHeld)) process.exitCode = 1;
  } finally {
    await stage.stop();
  }
}
