import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openForge, type Forge } from "./forge.js";
import { startHub, type RunningHub } from "./start-hub.js";
import { verifyAccessToken } from "./verify.test-aid.js";

describe("a forged token", () => {
  let keyDirectory: string;
  let hub: RunningHub;
  let forge: Forge;

  beforeAll(async () => {
    keyDirectory = await mkdtemp(join(tmpdir(), "studio-forge-"));
    hub = await startHub({ port: 0, keyDirectory, users: [], clients: [] });
    forge = await openForge({ issuer: hub.issuer, keyDirectory });
  });

  afterAll(async () => {
    await hub.stop();
    await rm(keyDirectory, { recursive: true });
  });

  test("passes when nothing is wrong with it, so that the others fail for their one fault", async () => {
    expect((await verifyAccessToken(await forge.genuine({ sub: "x" }), hub)).payload.sub).toBe("x");
  });

  test.each([
    ["expired", '"exp" claim timestamp check failed'],
    ["notYetValid", '"nbf" claim timestamp check failed'],
    ["wrongAudience", 'unexpected "aud" claim value'],
    ["wrongIssuer", 'unexpected "iss" claim value'],
    ["wrongKey", "signature verification failed"],
    ["unsigned", '"alg" (Algorithm) Header Parameter value not allowed'],
    ["confusedAlgorithm", '"alg" (Algorithm) Header Parameter value not allowed'],
  ] as const)("that is %s is refused", async (fault, reason) => {
    await expect(verifyAccessToken(await forge[fault]({ sub: "x" }), hub)).rejects.toThrow(reason);
  });
});
