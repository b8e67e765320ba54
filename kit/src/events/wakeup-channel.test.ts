import { createServer, connect, type AddressInfo, type Socket } from "node:net";
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from "vitest";
import { createPreparedDatabase, type PreparedDatabase } from "../../test/prepared-database.js";
import { createLogger } from "../logger.js";
import { listenForWakeups, openWakeupSender } from "./wakeup-channel.js";
import { Wakeups } from "./wakeups.js";

let prepared: PreparedDatabase;

beforeAll(async () => {
  prepared = await createPreparedDatabase();
});

afterAll(() => prepared.stop());

/** A way to the database that can be made to carry nothing, while its connections stay open. */
async function line() {
  const target = new URL(prepared.url);
  const sockets: Socket[] = [];
  const server = createServer((client) => {
    const upstream = connect(Number(target.port), target.hostname);
    for (const socket of [client, upstream]) sockets.push(socket.on("error", () => {}));
    client.pipe(upstream).pipe(client);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = Object.assign(new URL(target), {
    hostname: "127.0.0.1",
    port: String((server.address() as AddressInfo).port),
  });
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return {
    url: url.href,
    hang: () => sockets.forEach((socket) => socket.unpipe()),
    cut: () => sockets.forEach((socket) => socket.destroy()),
  };
}

/** A listener, and how often it has woken one account's readers. */
async function listener(url: string) {
  const wakeups = new Wakeups();
  wakeups.watch("a");
  const listening = await listenForWakeups(url, undefined, wakeups);
  return { wakings: () => wakeups.version("a"), close: () => listening.close() };
}

test("a hint wakes its account, once", async () => {
  const { wakings, close } = await listener(prepared.url);
  onTestFinished(close);
  const sender = openWakeupSender(prepared.url, undefined, createLogger("test", "silent"));
  onTestFinished(() => sender.close());
  const before = wakings();
  sender.wake("b");
  sender.wake("a");
  await expect.poll(() => wakings()).toBe(before + 1);
});

test("while its connection hangs, everybody is woken within a second, again and again", async () => {
  const { url, hang, cut } = await line();
  const { wakings, close } = await listener(url);
  hang();
  const hungAt = performance.now();
  const before = wakings();
  await vi.waitFor(() => expect(wakings()).toBeGreaterThan(before), { timeout: 5_000, interval: 10 });
  expect(performance.now() - hungAt).toBeLessThan(1_200);
  await vi.waitFor(() => expect(wakings()).toBeGreaterThan(before + 1), { timeout: 5_000, interval: 10 });
  cut();
  await close();
});
