import { createServer } from "node:http";
import { connect, type AddressInfo } from "node:net";
import { afterEach, expect, onTestFinished, test, vi } from "vitest";
import { drainOnceAnswered } from "./request-body.js";

afterEach(() => vi.useRealTimers());

/** A server that answers before it has read, and a connection to it. */
async function connectToHasty() {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  const server = createServer((request, response) => {
    drainOnceAnswered(request, response);
    response.writeHead(409, { "content-length": "0" }).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const socket = connect((server.address() as AddressInfo).port, "127.0.0.1");
  onTestFinished(() => void (socket.destroy(), server.close()));
  const seen = { answers: 0, isClosed: false };
  socket.on("data", (data) => void (seen.answers += String(data).split("HTTP/1.1 409").length - 1));
  socket.on("close", () => void (seen.isClosed = true));
  socket.on("error", () => {});
  return { socket, seen };
}

const HEAD = "PUT / HTTP/1.1\r\nhost: x\r\ncontent-length: 10\r\n\r\n";

test("a connection whose request came to its end after the answer serves the next ones", async () => {
  const { socket, seen } = await connectToHasty();
  socket.write(`${HEAD}01234`);
  await expect.poll(() => seen.answers).toBe(1);
  socket.write(`56789${HEAD}0123456789`);
  await expect.poll(() => seen.answers).toBe(2);
  await vi.advanceTimersByTimeAsync(10_000);
  socket.write(`${HEAD}0123456789`);
  await expect.poll(() => seen.answers).toBe(3);
});

test("hangs up on who does not come to an end", async () => {
  const { socket, seen } = await connectToHasty();
  socket.write(`${HEAD}01234`);
  await expect.poll(() => seen.answers).toBe(1);
  await vi.advanceTimersByTimeAsync(10_000);
  await expect.poll(() => seen.isClosed).toBe(true);
});
