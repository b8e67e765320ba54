import { afterAll, beforeAll, expect, test } from "vitest";
import { hourMs } from "@studio/kit/clock.js";
import { newId } from "@studio/kit/id.js";
import { toGlobalId } from "@studio/kit/paging/global-id.js";
import { newAccount, type TestAccount } from "../../test/new-account.js";
import { hub } from "../../test/people.js";
import { runIdentity, type RunningIdentity } from "../../test/running-identity.js";
import { seedIdentity } from "../seed.js";

let identity: RunningIdentity;
let account: TestAccount;

beforeAll(async () => {
  identity = await runIdentity();
  account = await newAccount(identity, 0);
});

afterAll(() => identity.stop());

const refused = { refused: expect.any(String) };

test("a first sign-in ties the invitation to the person; from then on the email does not matter", async () => {
  const email = account.emailOf("coordinator");
  const first = await identity.identify(hub(email.toUpperCase()));
  expect(first).toEqual({ viewer: account.member("coordinator"), expiresAt: null });
  const renamed = hub("new@elsewhere.example", { subject: hub(email.toUpperCase()).subject });
  expect(await identity.identify(renamed)).toEqual(first);
  expect(await identity.identify(hub(email, { subject: "an impostor" }))).toEqual(refused);
  const audit = await identity.admin`select action from compliance.audit_event where account_id = ${account.accountId}`;
  expect(audit.map((row) => row["action"])).toEqual(["member.linked"]);
});

test("an unverified email opens nothing", async () => {
  expect(await identity.identify(hub(account.emailOf("owner"), { emailVerified: false }))).toEqual(refused);
});

test("of two people who come first with one email, one is let in", async () => {
  const email = account.emailOf("privacy_officer");
  const answers = await Promise.all(["a", "b", "c"].map((subject) => identity.identify(hub(email, { subject }))));
  expect(answers.filter((answer) => "viewer" in answer)).toHaveLength(1);
});

test("a member suspended, given another role or removed is so at once", async () => {
  const credential = hub(account.emailOf("admin"));
  const role = async () => {
    const answer = await identity.identify(credential);
    return "viewer" in answer && answer.viewer.kind === "member" ? answer.viewer.role : "refused";
  };
  const set = (column: string, value: string) =>
    identity.admin`update identity.member set ${identity.admin(column)} = ${value} where email = ${account.emailOf("admin")}`;
  expect(await role()).toBe("admin");
  await set("role", "privacy_officer");
  expect(await role()).toBe("privacy_officer");
  await set("status", "suspended");
  expect(await role()).toBe("refused");
  await set("status", "active");
  await set("role", "admin");
  expect(await role()).toBe("admin");
});

test("a person in several accounts names one; an account that is not theirs is refused", async () => {
  const other = await newAccount(identity, 0);
  const email = account.emailOf("owner");
  const [owner] = account.seed.members;
  await seedIdentity(identity.options, { ...other.seed, members: [{ ...owner!, id: newId(), email }] });
  expect(await identity.identify(hub(email))).toEqual({
    refused: expect.stringContaining(toGlobalId("Account", other.accountId)),
  });
  for (const accountId of [other.accountId, toGlobalId("Account", other.accountId)]) {
    expect(await identity.identify(hub(email, { accountId }))).toMatchObject({
      viewer: { accountId: other.accountId },
    });
  }
  const foreign = await newAccount(identity, 0);
  expect(await identity.identify(hub(email, { accountId: foreign.accountId }))).toEqual(refused);
  expect(await identity.identify(hub(email, { accountId: "nonsense" }))).toEqual(refused);
});

test("staff need a second factor, and a grant that is open to see an account", async () => {
  const credential = hub("sam@platform.example", { staff: true, mfa: true, accountId: account.accountId });
  expect(await identity.identify({ ...credential, mfa: false })).toEqual(refused);
  const outside = {
    viewer: { kind: "staff", staffId: credential.subject, accountId: null, grantId: null, scopes: [] },
    expiresAt: null,
  };
  expect(await identity.identify(credential)).toEqual(outside);
  const id = newId();
  const now = identity.clock.now();
  const expires = new Date(now.getTime() + 8 * hourMs);
  await identity.admin`insert into identity.support_grant values (${account.accountId}, ${id}, ${credential.subject},
    ${["photos:read"]}, 'a ticket', ${account.member("owner").memberId}, ${now}, ${expires})`;
  const inside = {
    viewer: {
      kind: "staff",
      staffId: credential.subject,
      accountId: account.accountId,
      grantId: id,
      scopes: ["photos:read"],
    },
    expiresAt: expires.toISOString(),
  };
  expect(await identity.identify(credential)).toEqual(inside);
  expect(await identity.identify({ ...credential, subject: "another" })).toMatchObject({ viewer: { accountId: null } });
  identity.clock.advance(8 * hourMs);
  expect(await identity.identify(credential)).toEqual(outside);
  identity.clock.reset();
});

test("an API key works until it is revoked or expires, and only whole", async () => {
  const key = account.integrationKey;
  const answer = await identity.identify({ kind: "api_key", key });
  expect(answer).toMatchObject({ viewer: { kind: "api_client", purpose: "integration", scopes: ["contacts:read"] } });
  expect(answer).toMatchObject({ viewer: { fieldGrants: [account.seed.fieldIdOf("salary_band")] } });
  const other = await newAccount(identity, 0);
  const transplanted = other.integrationKey.slice(0, 25) + key.slice(25);
  for (const wrong of [`${key.slice(0, -1)}!`, key.replace("sk_", "ss_"), transplanted, "sk_", ""]) {
    expect(await identity.identify({ kind: "api_key", key: wrong })).toEqual(refused);
  }
  await identity.admin`update identity.api_client set expires_at = ${new Date(identity.clock.now().getTime() + hourMs)} where name = 'App' and account_id = ${account.accountId}`;
  expect(await identity.identify({ kind: "api_key", key })).toHaveProperty("viewer");
  identity.clock.advance(hourMs);
  expect(await identity.identify({ kind: "api_key", key })).toEqual(refused);
  identity.clock.reset();
  await identity.admin`update identity.api_client set revoked_at = now() where account_id = ${account.accountId}`;
  expect(await identity.identify({ kind: "api_key", key: account.hrKey })).toEqual(refused);
});

test("answers only its own question", async () => {
  const call = (path: string, init?: RequestInit) =>
    identity.subgraph.fetch(new Request(`http://identity.internal${path}`, init));
  expect((await call("/elsewhere", { method: "POST" })).status).toBe(404);
  expect((await call("/viewer")).status).toBe(405);
  expect((await call("/viewer", { method: "POST", body: "not json" })).status).toBe(400);
  expect((await call("/viewer", { method: "POST", body: JSON.stringify({ kind: "root" }) })).status).toBe(400);
});

test("seeding again adds nothing", async () => {
  const seeded = await newAccount(identity, 3);
  expect(await seedIdentity(identity.options, seeded.seed)).toBe(0);
});
