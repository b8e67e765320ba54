import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { serverSent } from "@studio/dev/events/server-sent.js";
import { secondMs } from "@studio/kit/clock.js";
import { unavailable } from "@studio/kit/error/codes.js";
import { createAccount, type TestAccount } from "../support/account.js";
import { happenTo } from "../support/happen.js";
import { startTestPlatform, type TestPlatform } from "../support/platform.js";
import { createEndpoint } from "../support/webhooks.js";

const QUERY = "subscription { events { type contact { firstName consents { purpose } } } }";
const AWAY = "compliance";

let platform: TestPlatform;
let account: TestAccount;

beforeAll(async () => {
  platform = await startTestPlatform();
  account = await createAccount(platform);
});

afterAll(() => platform?.stop());

/** Takes a subgraph away, in either mode, and counts who asks for it in vain. */
async function takeAway() {
  const link = platform.links.get(AWAY)!;
  const execute = link.execute.bind(link);
  const away = { asked: 0, bringBack: async () => {} };
  link.execute = (request) => {
    away.asked++;
    return platform.subgraphs ? execute(request) : Promise.reject(unavailable());
  };
  await platform.subgraphs?.takeDown(AWAY);
  away.bringBack = async () => {
    await platform.subgraphs?.bringBack(AWAY);
    link.execute = execute;
  };
  return away;
}

test("while a subgraph is away events wait for it: they come late, and whole", async () => {
  const endpoint = await createEndpoint(platform, account, { payloadQuery: QUERY });
  onTestFinished(() => endpoint.receiver.close());
  const stream = serverSent<any>(platform.graphUrl, account.credentials.integration, QUERY);
  await stream.next();
  const away = await takeAway();
  const next = stream.next();
  await happenTo(platform, account, [account.contacts[0]!.id, account.contacts[1]!.id]);
  await expect.poll(() => away.asked).toBeGreaterThan(4);
  expect(endpoint.bodies()).toEqual([]);
  await away.bringBack();
  // Past the pause after a failure, and not past the claim on a delivery under way, which would be made again.
  platform.clock.advance(6 * secondMs);
  const whole = {
    data: {
      events: { type: "CONTACT_UPDATED", contact: { firstName: expect.any(String), consents: [expect.anything()] } },
    },
  };
  const first = (await next).value!;
  const second = (await stream.next()).value!;
  for (const { data } of [first, second]) {
    expect(data).toMatchObject(whole);
    expect(data?.errors).toBeUndefined();
  }
  await expect.poll(() => endpoint.bodies()).toHaveLength(2);
  for (const { data } of endpoint.bodies()) {
    expect(data).toMatchObject(whole);
    expect(data?.errors).toBeUndefined();
  }
  await stream.return();
});
