import { afterAll, beforeAll, expect, test } from "vitest";
import { DASHBOARD_QUERY } from "@studio/dev/journey/dashboard.js";
import { syncContacts } from "@studio/dev/journey/hr-system.js";
import { createAccount, type TestAccount } from "../support/account.js";
import { startTestPlatform, type TestPlatform } from "../support/platform.js";
import { openStream, until } from "../support/stream.js";
import { contactSession } from "../support/people.js";
import { askForUpload } from "../support/photos.js";

const RECOVERY_MS = 10_000;

let platform: TestPlatform;
let account: TestAccount;

beforeAll(async () => {
  platform = await startTestPlatform();
  account = await createAccount(platform);
});

afterAll(() => platform?.stop());

/** Asks again and again, from several clients at once, until told to stop. */
function load(ask: (turn: number) => Promise<string[]>) {
  let running = true;
  const outcomes: string[][] = [];
  const clients = Array.from({ length: 6 }, async (_, client) => {
    for (let turn = client; running; turn += 6) outcomes.push(await ask(turn));
  });
  return {
    outcomes,
    stop: async () => {
      running = false;
      await Promise.all(clients);
    },
  };
}

const codesOf = (errors: readonly { extensions: { code: string } }[] = []) =>
  errors.map(({ extensions }) => extensions.code);
const readiness = async () => (await fetch(`${platform.url}/health/ready`)).status;

test("PostgreSQL dies under load: the platform lives, refuses clearly, and recovers without losing a write", async () => {
  const owner = platform.as(account.credentials.owner);
  const hr = platform.as(account.credentials.hr);
  const acknowledged: string[] = [];
  const reads = load(async () => {
    const { errors } = await owner.answer(DASHBOARD_QUERY);
    return codesOf(errors).filter((code) => code !== "FORBIDDEN");
  });
  const writes = load(async (turn) => {
    const row = {
      externalId: `W-${turn}`,
      firstName: "Willa",
      lastName: "Write",
      email: `w${turn}@people.example`,
      customFields: [],
    };
    try {
      const [result] = await syncContacts(hr, [row]);
      if (result!.outcome === "CREATED") acknowledged.push(result!.externalId);
      return [];
    } catch (error) {
      return codesOf((error as { errors: [] }).errors);
    }
  });
  const answered = () => reads.outcomes.filter((codes) => codes.length === 0).length;
  await until("requests are answered", () => answered() > 10 && acknowledged.length > 10);

  await platform.postgres.kill();
  await until("reads and writes are refused", () =>
    [reads, writes].every(({ outcomes }) => outcomes.some((codes) => codes.length > 0)),
  );
  await until("the gateway says that it is not ready", async () => (await readiness()) === 503);
  await platform.postgres.restart();
  const before = { reads: answered(), writes: acknowledged.length };
  await until(
    "requests are answered again",
    () => answered() > before.reads + 10 && acknowledged.length > before.writes + 10,
    RECOVERY_MS,
  );
  await until("the gateway says that it is ready", async () => (await readiness()) === 200);

  await Promise.all([reads.stop(), writes.stop()]);
  expect(new Set([...reads.outcomes, ...writes.outcomes].flat())).toEqual(new Set(["UNAVAILABLE"]));
  const kept = await platform.admin<{ external_id: string }[]>`
    select external_id from identity.contact where account_id = ${account.id} and external_id like 'W-%'`;
  const isKept = new Set(kept.map((row) => row.external_id));
  expect(acknowledged.filter((id) => !isKept.has(id))).toEqual([]);
});

test("an open stream outlives the database and then delivers what happened since, once", async () => {
  const contact = platform.as(await contactSession(platform, account, 1));
  const stream = await openStream(platform, account.credentials.integration, { retries: 20 });
  await askForUpload(contact, "image/png", 1000);
  await until("the stream works", () => stream.eventIds().length === 1);
  await platform.postgres.kill();
  await platform.postgres.restart();
  await until("the platform is ready", async () => (await readiness()) === 200);
  await askForUpload(contact, "image/png", 1000);
  await until("the event comes", () => new Set(stream.eventIds()).size === 2, RECOVERY_MS);
  expect(stream.eventIds()).toHaveLength(2);
  await stream.close();
});
