import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from "vitest";
import type { ObjectStore } from "./object-store.js";
import { openS3Store } from "./s3-store.js";

const asText = { contentType: "text/plain" };
const away = { code: "STORAGE_AWAY" };

beforeAll(() => void vi.stubEnv("AWS_ACCESS_KEY_ID", "media").stubEnv("AWS_SECRET_ACCESS_KEY", "loopback"));

afterAll(() => void vi.unstubAllEnvs());

/** A bucket whose server answers like this, and has so long for it. */
async function bucketThat(answers: RequestListener, patienceMs = 100): Promise<ObjectStore> {
  const server = createServer(answers).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const store = openS3Store({ bucket: "bucket", region: "us-east-1", endpoint, patienceMs });
  onTestFinished(() => {
    store.close();
    server.closeAllConnections();
    server.close();
  });
  return store;
}

const operations: [string, (store: ObjectStore) => Promise<unknown>][] = [
  ["put", (store) => store.put("a", Buffer.from("x"), asText)],
  ["get", (store) => store.get("a")],
  ["head", (store) => store.head("a")],
  ["copy", (store) => store.copy("a", "b")],
  ["delete", (store) => store.delete("a")],
  ["list", (store) => store.list({ prefix: "" })],
];

test.each(operations)("%s: a bucket that says nothing, fails or hangs up is away", async (_name, operate) => {
  const silent = await bucketThat(() => {});
  const failing = await bucketThat((_request, response) => void response.writeHead(500).end());
  const busy = await bucketThat((_request, response) => void response.writeHead(503).end());
  const hangingUp = await bucketThat((request) => void request.socket.destroy());
  await Promise.all(
    [silent, failing, busy, hangingUp].map((store) => expect(operate(store)).rejects.toMatchObject(away)),
  );
});

test.each([
  ["falls silent", () => {}],
  ["hangs up", (socket: { destroy(): void }) => socket.destroy()],
])("a bucket that %s within an object is away", async (_name, then) => {
  const store = await bucketThat(({ socket }, response) => {
    response.writeHead(200, { "content-length": "10", "content-type": "text/plain" });
    response.write("half.", () => then(socket));
  }, 1_000);
  const { body } = await store.get("a");
  await expect(buffer(body)).rejects.toMatchObject(away);
});
