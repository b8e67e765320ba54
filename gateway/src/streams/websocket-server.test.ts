import { expect, test } from "vitest";
import WebSocket from "ws";
import { startTestGateway } from "../../test/test-gateway.js";

const PINGS = 16_000;
const PING = JSON.stringify({ type: "ping", payload: { padding: "x".repeat(4_000) } });

test("a client that pings and does not read is not heard on, until it reads", async () => {
  const gateway = await startTestGateway();
  const socket = new WebSocket(`${gateway.url.replace("http", "ws")}/graphql`, "graphql-transport-ws");
  let messages = 0;
  socket.on("message", () => messages++);
  await new Promise((resolve) => socket.once("open", resolve));
  socket.send(JSON.stringify({ type: "connection_init" }));
  await expect.poll(() => messages).toBe(1);
  socket.pause();
  let taken = 0;
  const send = () => {
    if (taken === PINGS) return;
    socket.send(PING, () => {
      taken++;
      send();
    });
  };
  send();
  let before = -1;
  await expect.poll(() => before === (before = taken), { interval: 300 }).toBe(true);
  expect(taken, "what lies between two ends that do not read").toBeLessThan(PINGS / 2);
  socket.resume();
  await expect.poll(() => messages).toBe(1 + PINGS);
  socket.terminate();
});
