import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { serverSent } from "@studio/dev/events/server-sent.js";
import { createAccount, type TestAccount } from "../support/account.js";
import { appendTo } from "../support/happen.js";
import { startTestPlatform, type TestPlatform } from "../support/platform.js";
import { openStream } from "../support/stream.js";
import { createEndpoint } from "../support/webhooks.js";

const POLL_MS = 2_000;
/** The poll varies by a fifth; the rest is for a busy machine. */
const LATEST_MS = POLL_MS * 1.2 + 3_000;

let platform: TestPlatform;
let account: TestAccount;

beforeAll(async () => {
  platform = await startTestPlatform({ STREAM_POLL_MS: String(POLL_MS) });
  account = await createAccount(platform, { contacts: 2 });
});

afterAll(() => platform?.stop());

test("without a single wake-up everything still arrives within the poll", async () => {
  const endpoint = await createEndpoint(platform, account, { eventTypes: ["submission.created"] });
  onTestFinished(() => endpoint.receiver.close());
  const socket = await openStream(platform, account.credentials.owner);
  onTestFinished(() => socket.close());
  const { integration } = account.credentials;
  const sse = serverSent<{ type: string }>(platform.graphUrl, integration, "subscription { events { type } }");
  await sse.next();
  const began = performance.now();
  await appendTo(platform, account, [account.contacts[1]!.id], "submission.created");
  expect((await sse.next()).value!.data!.data).toEqual({ events: { type: "SUBMISSION_CREATED" } });
  await expect.poll(() => socket.eventIds()).toHaveLength(1);
  expect(performance.now() - began).toBeLessThan(LATEST_MS);
  await expect.poll(() => endpoint.bodies()).toHaveLength(1);
  await sse.return();
});
