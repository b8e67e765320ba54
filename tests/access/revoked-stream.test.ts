import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { hourMs, minuteMs } from "@studio/kit/clock.js";
import { createAccount, type TestAccount } from "../support/account.js";
import { bearer, onlyCode, post } from "../support/http.js";
import { apiClient, contactSession, staffToken } from "../support/people.js";
import { askForUpload } from "../support/photos.js";
import { startTestPlatform, type TestPlatform } from "../support/platform.js";
import { openIdle, openStream, until } from "../support/stream.js";

let platform: TestPlatform;
let account: TestAccount;

// The poll would come after a minute: what ends a stream here is that its reader's standing changed.
beforeAll(async () => {
  platform = await startTestPlatform({ STREAM_POLL_MS: "60000" });
  account = await createAccount(platform);
});

afterEach(() => platform.clock.reset());

afterAll(() => platform?.stop());

const suspend = (role: string) =>
  platform.admin`update identity.member set status = 'suspended' where account_id = ${account.id} and role = ${role}`;

/** Something happens in the account: a contact asks for an upload. */
async function makeEvent(index = 0): Promise<void> {
  await askForUpload(platform.as(await contactSession(platform, account, index)), "image/jpeg", 1000);
}

test("a suspended member's open stream ends within a second and tells nothing that happened since", async () => {
  const [theirs, others] = await Promise.all([
    openStream(platform, account.credentials.admin),
    openStream(platform, account.credentials.owner),
  ]);
  await makeEvent();
  await until("both have the first event", () => theirs.eventIds().length === 1 && others.eventIds().length === 1);
  await suspend("admin");
  await makeEvent();
  await until("the stream of the suspended is closed", () => theirs.closed() !== null, 1_000);
  expect(theirs.closed()).toMatchObject({ code: 4403 });
  await until("the other has the second event", () => others.eventIds().length === 2);
  expect(theirs.eventIds()).toHaveLength(1);
  await others.close();
});

const revokeKeys = () =>
  platform.admin`update identity.api_client set revoked_at = now() where account_id = ${account.id} and name = 'integration'`;

test.each<[string, () => Promise<string>, () => Promise<unknown>]>([
  ["a suspended member", async () => account.credentials.privacy_officer, () => suspend("privacy_officer")],
  ["a revoked key", () => apiClient(platform, account, { kind: "integration", scopes: ["events:read"] }), revokeKeys],
])("an idle stream of %s ends within a second, although nothing happens", async (_who, credential, revoke) => {
  const own = await openStream(platform, await credential());
  const other = await openStream(platform, account.credentials.owner);
  await revoke();
  const revokedAt = performance.now();
  await until("the stream is closed", () => own.closed() !== null, 1_000);
  expect(performance.now() - revokedAt).toBeLessThan(1_000);
  expect(own.closed()).toMatchObject({ code: 4403 });
  expect(other.closed()).toBeNull();
  await other.close();
});

const keyUntil = async (expiresAt: Date) => {
  const key = await apiClient(platform, account, { kind: "integration", scopes: ["events:read"] });
  await platform.admin`update identity.api_client set expires_at = ${expiresAt} where account_id = ${account.id}
    and expires_at is null and name = 'integration'`;
  return key;
};

const previewToken = async () => {
  const query = `mutation { previewAs(input: { role: ADMIN }) { ... on PreviewAsPayload { token } } }`;
  const { json } = await post(platform.graphUrl, { query }, bearer(account.credentials.owner));
  return (json!.data!["previewAs"] as { token: string }).token;
};

test("an idle connection ends within a second of its credential's end by the clock, and no other does", async () => {
  const inAnHour = () => new Date(platform.clock.now().getTime() + hourMs);
  const key = await keyUntil(inAnHour());
  const lasting = await keyUntil(new Date(inAnHour().getTime() + hourMs));
  const owner = account.credentials.owner;
  const idle = [
    openIdle(platform, key),
    openIdle(platform, await contactSession(platform, account, 1)),
    openIdle(platform, await staffToken(platform, account, ["contacts:read"]), { "studio-account": account.id }),
    openIdle(platform, owner, { "studio-preview": await previewToken() }),
  ];
  const stream = await openStream(platform, key);
  const others = [openIdle(platform, lasting), openIdle(platform, owner)];
  for (const one of [...idle, ...others]) await until("it is let in", one.isIn);
  platform.clock.advance(hourMs - minuteMs);
  await until("the credentials still hold", async () => (await askViewer(key)).status === 200);
  expect([...idle, ...others, stream].map((one) => one.closed())).toEqual(Array(7).fill(null));
  platform.clock.advance(2 * minuteMs);
  await until("all are closed", () => [...idle, stream].every((one) => one.closed() !== null), 1_000);
  expect([...idle, stream].map((one) => one.closed()?.code)).toEqual(Array(5).fill(4403));
  expect(others.map((one) => one.closed())).toEqual([null, null]);
  await Promise.all(others.map((one) => one.close()));
});

const askViewer = (token: string) => post(platform.graphUrl, { query: "{ viewer { kind } }" }, bearer(token));

test("a stream whose reader loses a scope is refused within a second", async () => {
  const key = await apiClient(platform, account, { kind: "integration", scopes: ["events:read"] });
  const stream = await openStream(platform, key);
  await platform.admin`update identity.api_client set scopes = '{}' where account_id = ${account.id}
    and name = 'integration' and revoked_at is null`;
  await until("the stream is refused", () => stream.refused() !== null, 1_000);
  expect(stream.refused()).toMatch(/events:read/);
  await stream.close();
});

test("a coordinator who loses a group is told no more of its contacts", async () => {
  const stream = await openStream(platform, account.credentials.coordinator);
  await makeEvent(0);
  await until("the event of the first group has come", () => stream.eventIds().length === 1);
  const taken = await platform.admin`delete from identity.member_group where account_id = ${account.id} returning *`;
  const watcher = await openStream(platform, account.credentials.owner);
  await makeEvent(0);
  await until("the owner has heard of it", () => watcher.eventIds().length === 1);
  await platform.admin`insert into identity.member_group ${platform.admin(taken)}`;
  await makeEvent(2);
  await until("the coordinator hears again", () => stream.eventIds().length > 1);
  await until("the owner has heard of both", () => watcher.eventIds().length === 2);
  expect(stream.eventIds().slice(1)).toEqual(watcher.eventIds().slice(1));
  await Promise.all([stream.close(), watcher.close()]);
});

test("a suspended member's next request is refused", async () => {
  const ask = () => post(platform.graphUrl, { query: "{ account { id } }" }, bearer(account.credentials.coordinator));
  expect((await ask()).status).toBe(200);
  await suspend("coordinator");
  const answer = await ask();
  expect([answer.status, onlyCode(answer)]).toEqual([401, "UNAUTHENTICATED"]);
});
