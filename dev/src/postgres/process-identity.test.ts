import { spawn } from "node:child_process";
import { once } from "node:events";
import { expect, onTestFinished, test } from "vitest";
import { identifyProcess, isAlive } from "./process-identity.js";

test("a process that runs is alive, one that ended is not", async () => {
  const child = spawn("sleep", ["60"]);
  await once(child, "spawn");
  expect(isAlive(child.pid!)).toBe(true);
  expect(await identifyProcess(child.pid!, import.meta.dirname)).toBe("something else");
  child.kill();
  await once(child, "exit");
  expect(isAlive(child.pid!)).toBe(false);
  expect(await identifyProcess(child.pid!, import.meta.dirname)).toBe("gone");
});

test.runIf(process.platform === "linux")("a process that ended but was never collected is gone", async () => {
  const careless = spawn("sh", ["-c", "sleep 0.1 & echo $!; exec sleep 60"], { stdio: ["ignore", "pipe", "inherit"] });
  onTestFinished(() => void careless.kill());
  const [printed] = (await once(careless.stdout, "data")) as [Buffer];
  const pid = Number(printed.toString());
  await expect.poll(() => isAlive(pid)).toBe(false);
  expect(process.kill(pid, 0)).toBe(true);
});
