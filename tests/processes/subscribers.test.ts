import { expect, onTestFinished, test } from "vitest";
import { measureDelivery, openSubscribers, peakMb } from "../bench/delivery.js";
import { quantile } from "../bench/rounds.js";
import { setStage } from "../chaos/stage.js";

const LIMIT = { p99Ms: 250, rssMb: 600 };
const [SUBSCRIBERS, ROUNDS, EVENTS] = [1_000, 5, 10];

test("an event comes to each of a thousand subscribers within 250 ms of its commit", async () => {
  const stage = await setStage({ identity: [], gateways: [[], []] });
  onTestFinished(() => stage.stop());
  const subscribers = await openSubscribers(stage, { count: SUBSCRIBERS });
  onTestFinished(() => subscribers.close());
  const p99s: number[] = [];
  for (let round = 0; round < ROUNDS; round++)
    p99s.push(quantile(await measureDelivery(stage, subscribers, EVENTS), 0.99));
  const [p99, mb] = [quantile(p99s, 0.5), await peakMb(stage)];
  process.stdout.write(`1,000 subscribers: p99 of each round ${p99s.join(", ")} ms, gateway ${mb} MB\n`);
  expect(p99, "the median of the rounds' p99s").toBeLessThanOrEqual(LIMIT.p99Ms);
  expect(mb).toBeLessThan(LIMIT.rssMb);
}, 240_000);
