import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { secondMs } from "@studio/kit/clock.js";
import { listenToNats } from "@studio/kit/events/nats-channel.js";
import { createAccount, type TestAccount } from "../support/account.js";
import { startNats, type TestNats } from "../support/nats.js";
import { contactSession } from "../support/people.js";
import { askForUpload } from "../support/photos.js";
import { startTestPlatform, type TestPlatform } from "../support/platform.js";
import { openStream, until } from "../support/stream.js";
import { createEndpoint } from "../support/webhooks.js";

const POLL_MS = 20_000;
/** An endpoint with nothing to do is looked after so often where nothing wakes it. */
const IDLE_MS = 5 * secondMs;

let nats: TestNats;
let platform: TestPlatform;
let account: TestAccount;

beforeAll(async () => {
  nats = await startNats({ user: "studio", password: "p@ss:word" });
  await nats.stop();
  platform = await startTestPlatform({ NATS_URL: nats.url, STREAM_POLL_MS: String(POLL_MS) });
  await nats.start();
  account = await createAccount(platform);
});

afterAll(async () => {
  await platform?.stop();
  await nats?.stop();
});

/** Something happens in the account: a contact asks for an upload. */
async function happen(): Promise<void> {
  await askForUpload(platform.as(await contactSession(platform, account, 0)), "image/jpeg", 1000);
}

test("wakes streams through NATS", async () => {
  const stream = await openStream(platform, account.credentials.owner);
  await happen();
  await until("the event has come", () => stream.eventIds().length > 0, POLL_MS / 4);
  expect(stream.eventIds()).toHaveLength(1);
  await stream.close();
});

test("what happens while NATS is away comes as soon as it is back", async () => {
  const stream = await openStream(platform, account.credentials.owner);
  await nats.stop();
  await happen();
  expect(stream.eventIds()).toHaveLength(0);
  await nats.start();
  await until("the event has come", () => stream.eventIds().length > 0, POLL_MS / 2);
  expect(stream.closed()).toBeNull();
  await stream.close();
});

test("hastens webhooks through NATS, though it came later than the platform", async () => {
  const { receiver } = await createEndpoint(platform, account, { eventTypes: ["submission.created"] });
  onTestFinished(() => receiver.close());
  const told = (timeout: number) => expect.poll(() => receiver.received.length, { timeout });
  await happen();
  await told(4 * IDLE_MS).toBe(1);
  await happen();
  await told(IDLE_MS / 2).toBe(2);
});

test("a tls:// address is spoken to by TLS alone", async () => {
  const hearer = { notify: () => {}, notifyAll: () => {} };
  await expect(listenToNats(nats.url.replace("nats:", "tls:"), hearer)).rejects.toThrow(/tls/i);
});
