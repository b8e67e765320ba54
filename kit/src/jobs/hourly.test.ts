import { expect, test } from "vitest";
import { MovableClock, hourMs } from "../clock.js";
import { createLogger } from "../logger.js";
import { everyHour } from "./hourly.js";

test("works at once and in every hour that the clock enters, also after a failure", async () => {
  const clock = new MovableClock();
  let done = 0;
  const upkeep = everyHour({ clock, logger: createLogger("test", "silent") }, "failed", async () => {
    done++;
    if (done === 1) throw new Error("away");
  });
  await expect.poll(() => done).toBe(1);
  clock.advance(hourMs);
  await expect.poll(() => done).toBe(2);
  await upkeep.stop();
  clock.advance(hourMs);
  expect(done).toBe(2);
});
