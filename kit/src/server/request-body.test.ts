import { once } from "node:events";
import { createServer } from "node:http";
import { connect, type AddressInfo } from "node:net";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { drainOnceAnswered } from "./request-body.js";

/** Answers at once, whatever is still to come. */
const server = createServer((request, response) => {
  drainOnceAnswered(request, response);
  response.end("done");
});
beforeAll(() => once(server.listen(0, "127.0.0.1"), "listening"));
afterAll(() => server.close());
afterEach(() => void vi.useRealTimers());

/** A connection on which a body of 10 bytes was announced and answered before any of it came. */
async function answeredEarly() {
  const socket = connect((server.address() as AddressInfo).port, "127.0.0.1");
  let received = "";
  socket.on("error", () => {});
  socket.on("data", (data) => (received += String(data)));
  socket.write("PUT / HTTP/1.1\r\nhost: here\r\ncontent-length: 10\r\n\r\n");
  await expect.poll(() => received).toContain("done");
  return { socket, answers: () => received.split("HTTP/1.1 200").length - 1 };
}

test("a connection whose refused body came to its end goes on with other requests", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  const { socket, answers } = await answeredEarly();
  socket.write("0123456789GET / HTTP/1.1\r\nhost: here\r\n\r\n");
  await expect.poll(answers).toBe(2);
  vi.advanceTimersByTime(10_000);
  socket.write("GET / HTTP/1.1\r\nhost: here\r\n\r\n");
  await expect.poll(answers).toBe(3);
  socket.destroy();
});

test("a client that never comes to the end of a refused body is hung up on", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  const { socket } = await answeredEarly();
  socket.write("01234");
  vi.advanceTimersByTime(10_000);
  await expect.poll(() => socket.destroyed).toBe(true);
});
