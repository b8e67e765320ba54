import { afterAll, beforeAll, expect, test } from "vitest";
import { createAccount, type TestAccount } from "../support/account.js";
import { startNats, type TestNats } from "../support/nats.js";
import { contactSession } from "../support/people.js";
import { askForUpload } from "../support/photos.js";
import { startTestPlatform, type TestPlatform } from "../support/platform.js";
import { openStream, until } from "../support/stream.js";

const POLL_MS = 20_000;

let nats: TestNats;
let platform: TestPlatform;
let account: TestAccount;

beforeAll(async () => {
  nats = await startNats();
  platform = await startTestPlatform({ NATS_URL: nats.url, STREAM_POLL_MS: String(POLL_MS) });
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
