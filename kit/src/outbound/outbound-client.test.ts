import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { AddressRefused, OutboundClient } from "./outbound-client.js";
import { isPublicAddress } from "./public-address.js";

const settings = { timeoutMs: 10_000, maxResponseBytes: 100 };
const client = new OutboundClient({ ...settings, allowLoopback: false });
const local = new OutboundClient({ ...settings, allowLoopback: true });
const impatient = new OutboundClient({ ...settings, allowLoopback: true, timeoutMs: 300 });

let server: Server;
let calls = 0;
let origin: string;

beforeAll(async () => {
  server = createServer((request, response) => {
    calls++;
    if (request.url === "/redirect") return void response.writeHead(302, { location: "/" }).end();
    if (request.url === "/slow") return;
    response.end("x".repeat(10_000));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  origin = `http://localhost:${(server.address() as AddressInfo).port}`;
});

afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await Promise.all([client.close(), local.close(), impatient.close()]);
});

test.each([
  "http://example.com/",
  "ftp://example.com/",
  "https://user:secret@example.com/",
  "https://127.0.0.1/",
  "https://2130706433/",
  "https://0x7f000001/",
  "https://0177.0.0.1/",
  "https://127.1/",
  "https://0.0.0.0/",
  "https://10.1.2.3/",
  "https://172.16.0.1/",
  "https://192.168.1.1/",
  "https://169.254.169.254/latest/meta-data/",
  "https://100.64.0.1/",
  "https://192.0.2.1/",
  "https://224.0.0.1/",
  "https://255.255.255.255/",
  "https://[::1]/",
  "https://[::]/",
  "https://[::127.0.0.1]/",
  "https://[::10.0.0.1]/",
  "https://[::a9fe:a9fe]/",
  "https://168.63.129.16/",
  "https://[::ffff:168.63.129.16]/",
  "https://[::ffff:127.0.0.1]/",
  "https://[::ffff:a9fe:a9fe]/",
  "https://[64:ff9b::7f00:1]/",
  "https://[64:ff9b::8.8.8.8]/",
  "https://[2002:7f00:1::]/",
  "https://[2001:0:4136:e378:8000:63bf:3fff:fdd2]/",
  "https://[fc00::1]/",
  "https://[fe80::1]/",
  "https://[fd00:ec2::254]/",
  "https://[ff02::1]/",
  "not a url",
])("does not call %s", async (url) => {
  expect(client.whyRefused(url)).toEqual(expect.any(String));
  await expect(client.post(url, {}, "")).rejects.toBeInstanceOf(AddressRefused);
});

test.each(["https://example.com/hook", "https://8.8.8.8/", "https://[2606:4700::1111]/", "https://example.com:8443/"])(
  "finds nothing against the form of %s",
  (url) => expect(client.whyRefused(url)).toBeNull(),
);

test("checks a name after it was resolved", async () => {
  const named = new OutboundClient({ ...settings, allowLoopback: false });
  await expect(named.post(origin.replace("http:", "https:"), {}, "")).rejects.toMatchObject({ name: "AddressRefused" });
  await named.close();
  expect(calls).toBe(0);
});

test("reads the beginning of an answer only, follows no redirect, and waits no longer than it should", async () => {
  expect(await local.post(`${origin}/`, {}, "{}")).toMatchObject({ status: 200, excerpt: "x".repeat(100) });
  expect((await local.post(`${origin}/redirect`, {}, "{}")).status).toBe(302);
  expect(calls).toBe(2);
  await expect(impatient.post(`${origin}/slow`, {}, "{}")).rejects.toMatchObject({ name: "TimeoutError" });
});

test("knows a wrapped private address", () => {
  expect(isPublicAddress("::ffff:10.0.0.1")).toBe(false);
  expect(isPublicAddress("::ffff:8.8.8.8")).toBe(true);
  expect(isPublicAddress("nonsense")).toBe(false);
});
