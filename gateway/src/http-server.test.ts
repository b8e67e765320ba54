import { createLogger } from "@studio/kit/logger.js";
import { expect, test } from "vitest";
import { createHttpServer } from "./http-server.js";

test("waits for no request for ever: its headers and its body have an end", async () => {
  const app = createHttpServer({ bodyLimit: 1024, logger: createLogger("gateway", "silent") });
  await app.ready();
  expect(app.server.headersTimeout).toBeGreaterThan(0);
  expect(app.server.requestTimeout).toBeGreaterThanOrEqual(60_000);
  expect(app.server.requestTimeout).toBeLessThanOrEqual(10 * 60_000);
  await app.close();
});
