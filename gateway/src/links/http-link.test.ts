import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { newGatewayKeys, readSigningKey, readVerifyKey } from "@studio/kit/auth/gateway-keys.js";
import { verifyGatewayToken } from "@studio/kit/auth/gateway-token.js";
import { anonymous } from "@studio/kit/auth/viewer.js";
import { createLogger } from "@studio/kit/logger.js";
import { HttpLink } from "./http-link.js";

const request = { query: "{ a }", viewer: anonymous, requestId: "request-1" };

/** A link to a server that answers as told. */
async function linkTo(answer: RequestListener, timeoutMs = 10_000) {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const keys = await newGatewayKeys();
  const link = new HttpLink({
    name: "media",
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    signingKey: await readSigningKey(keys.signingKey),
    timeoutMs,
    maxResponseBytes: 1_000,
    connections: 1,
    logger: createLogger("test", "silent"),
  });
  onTestFinished(async () => {
    server.closeAllConnections();
    await link.close();
    server.close();
  });
  return { link, verifyKey: await readVerifyKey(keys.verifyKey) };
}

test("signs each call for that subgraph alone, with the viewer and the request id", async () => {
  let authorization: string | undefined;
  const { link, verifyKey } = await linkTo((incoming, response) => {
    authorization = incoming.headers.authorization;
    response.end('{"data":{"a":1}}');
  });
  expect(await link.execute(request)).toEqual({ data: { a: 1 } });
  expect(await verifyGatewayToken(authorization, "media", verifyKey)).toEqual({
    viewer: anonymous,
    requestId: "request-1",
  });
  await expect(verifyGatewayToken(authorization, "identity", verifyKey)).rejects.toThrow("not valid here");
});

test("keeps its connection from call to call", async () => {
  const ports = new Set<number | undefined>();
  const { link } = await linkTo((incoming, response) => {
    ports.add(incoming.socket.remotePort);
    response.end('{"data":{}}');
  });
  for (let n = 0; n < 5; n++) await link.execute(request);
  expect(ports.size).toBe(1);
});

test.each<[string, RequestListener, number?]>([
  ["takes too long", () => {}, 200],
  ["fails", (_incoming, response) => response.writeHead(502).end("<html>nginx")],
  ["hangs up", (incoming) => incoming.socket.destroy()],
])("says UNAVAILABLE, and no more, of a subgraph that %s", async (_case, answer, timeoutMs) => {
  const { link } = await linkTo(answer, timeoutMs);
  const error = await link.execute(request).catch((caught: unknown) => caught);
  expect(error).toMatchObject({ extensions: { code: "UNAVAILABLE" } });
  expect(String(error)).not.toMatch(/127\.0\.0\.1|nginx|UND_ERR/);
});

test("stops reading an answer that is larger than the limit", async () => {
  const { link } = await linkTo((_incoming, response) =>
    response.end(JSON.stringify({ data: { a: "x".repeat(10_000) } })),
  );
  await expect(link.execute(request)).rejects.toThrow("The answer is too large");
});
