import { once } from "node:events";
import { request, type IncomingMessage } from "node:http";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { serverSent } from "@studio/dev/events/server-sent.js";
import { createAccount, type TestAccount } from "../support/account.js";
import { happenTo } from "../support/happen.js";
import { startTestPlatform, type TestPlatform } from "../support/platform.js";

const EVENTS = 300;
/** Keys so long that a page of events is larger than what the sockets' buffers take. */
const FILLING = Array.from({ length: 20 }, (_, index) => `f${index}${"_".repeat(2_000)}: id`).join(" ");
const PHONE = /^\+44\d+$/;
const PAGE_AGE_MS = 1_000;

let platform: TestPlatform;
let account: TestAccount;

beforeAll(async () => {
  platform = await startTestPlatform({ STREAM_PAGE_SIZE: "250" });
});

beforeEach(async () => {
  account = await createAccount(platform);
});

afterAll(() => platform?.stop());

/** The admin becomes a coordinator of the first group, who sees phone numbers masked. */
async function demote(): Promise<void> {
  const [member] = await platform.admin<{ id: string }[]>`
    update identity.member set role = 'coordinator' where account_id = ${account.id} and role = 'admin' returning id`;
  await platform.admin`
    insert into identity.member_group (account_id, member_id, group_id)
    values (${account.id}, ${member!.id}, ${account.groups[0]})`;
}

const head = async () => {
  const { eventPage } = await platform
    .as(account.credentials.admin)
    .ask<{ eventPage: { endCursor: string } }>("{ eventPage(first: 1) { endCursor } }");
  return eventPage.endCursor;
};

test("a role that changes between events changes what the next event tells", async () => {
  const [contact] = account.contacts;
  const stream = serverSent<any>(
    platform.graphUrl,
    account.credentials.admin,
    "subscription { events { contact { phone } } }",
  );
  const phone = async () => (await stream.next()).value!.data!.data!["events"]?.contact.phone;
  expect(await phone()).toBeUndefined();
  await happenTo(platform, account, [contact!.id]);
  expect(await phone()).toMatch(PHONE);
  await demote();
  await happenTo(platform, account, [contact!.id]);
  expect(await phone()).toMatch(/^••••/);
  await stream.return();
});

test("a role that changes while a page waits for its reader: the rest of the page is decided anew", async () => {
  const after = await head();
  const [contact] = account.contacts;
  await happenTo(platform, account, Array(EVENTS).fill(contact!.id));
  const query = `subscription { events { contact { phone ${FILLING} } } }`;
  const asking = request(platform.graphUrl, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      accept: "text/event-stream",
      authorization: `Bearer ${account.credentials.admin}`,
      "last-event-id": after,
    },
  }).end(JSON.stringify({ query }));
  const [response] = (await once(asking, "response")) as [IncomingMessage];
  await once(response, "readable");
  await demote();
  const demotedAt = performance.now();
  await expect.poll(() => performance.now() - demotedAt).toBeGreaterThan(PAGE_AGE_MS);
  const phones: string[] = [];
  let text = "";
  for await (const chunk of response.setEncoding("utf8")) {
    text += chunk;
    const lines = text.split("\n");
    text = lines.pop()!;
    phones.push(...lines.flatMap((line) => /"phone":"([^"]+)"/.exec(line)?.[1] ?? []));
    if (phones.length === EVENTS) break;
  }
  const told = phones.filter((phone) => PHONE.test(phone)).length;
  expect(phones.slice(told).filter((phone) => PHONE.test(phone))).toEqual([]);
  expect(told, "what was on the wire when the role changed is less than a page").toBeLessThan(250);
  expect(phones).toHaveLength(EVENTS);
});
