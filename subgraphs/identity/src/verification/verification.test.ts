import { afterAll, beforeAll, expect, test } from "vitest";
import { minuteMs } from "@studio/kit/clock.js";
import { anonymous, runIdentity, type RunningIdentity } from "../../test/running-identity.js";
import { newAccount, type TestAccount } from "../../test/new-account.js";
import { addStudio } from "../../test/stand-in-for-studios.js";
import { MAX_CODES_PER_HOUR } from "./verification.policy.js";

const REQUEST = `mutation ($input: RequestVerificationInput!) { requestVerification(input: $input) { type: __typename
  ... on RequestVerificationPayload { email expiresAt } ... on UserError { message path } } }`;
const VERIFY = `mutation ($input: VerifyEmailInput!) { verifyEmail(input: $input) { type: __typename
  ... on VerifyEmailPayload { sessionToken expiresAt contact { id status firstName email phone externalId } }
  ... on CodeRejected { remainingTries } ... on UserError { message path } } }`;

let identity: RunningIdentity;
let account: TestAccount;

beforeAll(async () => {
  identity = await runIdentity();
  account = await newAccount(identity);
  await addStudio(identity.admin, { accountId: account.accountId, slug: "autumn" });
});

afterAll(() => identity.stop());

const request = async (email: string, more: Record<string, string> = {}) => {
  const input = { studioSlug: "autumn", firstName: "Mira", lastName: "Lang", email, ...more };
  const answer = await identity.ask(anonymous, REQUEST, { input });
  expect(answer.errors).toEqual([]);
  return answer.data.requestVerification;
};

const verify = async (email: string, code: string) => {
  const answer = await identity.ask(anonymous, VERIFY, { input: { studioSlug: "autumn", email, code } });
  return { ...answer.data.verifyEmail, errors: answer.errors };
};

const wrong = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, "0");

test("a stranger gets a code by mail, proves their email, and is signed in as themselves", async () => {
  expect((await request("Mira.Lang@Example.org")).type).toBe("RequestVerificationPayload");
  const code = await identity.codeFor("Mira.Lang@Example.org");
  const verified = await verify("mira.lang@EXAMPLE.org", code);
  expect(verified).toMatchObject({ type: "VerifyEmailPayload" });
  expect(verified.contact).toMatchObject({ status: "VERIFIED", firstName: "Mira", email: "Mira.Lang@Example.org" });
  expect(verified.errors.map(({ code, field }: { code: string; field: unknown }) => [code, field])).toEqual([
    ["FORBIDDEN", "Contact.externalId"],
  ]);
  const answer = await identity.identify({ kind: "session", token: verified.sessionToken });
  expect(answer).toMatchObject({ viewer: { kind: "contact", accountId: account.accountId } });
});

test("the mail names the studio, has a stable id, and leaves no code behind", async () => {
  await request("mail@example.org");
  const code = await identity.codeFor("mail@example.org");
  const mail = identity.mails.find((one) => JSON.stringify(one.to).includes('"mail@example.org"'));
  expect(mail?.subject).toBe("Your code for Autumn portraits");
  expect(mail?.html).toContain(`<strong>${code}</strong>`);
  const [row] = await identity.admin`select v.id, v.code_sealed, v.sent_at from identity.verification v
    join identity.contact c on c.id = v.contact_id where c.email_key = 'mail@example.org'`;
  expect(mail?.messageId).toBe(`<${row!["id"]}@platform.example>`);
  await expect
    .poll(async () => (await identity.admin`select code_sealed from identity.verification where id = ${row!["id"]}`)[0])
    .toEqual({ code_sealed: null });
  const jobs =
    await identity.admin`select data::text as data from identity_jobs.job where data->>'verificationId' = ${row!["id"]}`;
  expect(jobs).toHaveLength(1);
  expect(JSON.parse(jobs[0]!["data"])).toEqual({ accountId: account.accountId, verificationId: row!["id"] });
});

test("a slug that no studio can have finds none, whatever characters it is made of", async () => {
  for (const studioSlug of ["nobody", "autumn\0", "\0", "\ud800", "Autumn", "x".repeat(100_000)]) {
    expect(await request("odd@example.org", { studioSlug })).toMatchObject({ type: "StudioUnavailable" });
    const input = { studioSlug, email: "odd@example.org", code: "123456" };
    const { data, errors } = await identity.ask(anonymous, VERIFY, { input });
    expect([data.verifyEmail?.type, errors]).toEqual(["StudioUnavailable", []]);
  }
});

test("a code works once", async () => {
  await request("once@example.org");
  const code = await identity.codeFor("once@example.org");
  expect((await verify("once@example.org", code)).type).toBe("VerifyEmailPayload");
  expect(await verify("once@example.org", code)).toMatchObject({ type: "CodeRejected", remainingTries: 0 });
});

test("two at once with one code sign in once", async () => {
  await request("race@example.org");
  const code = await identity.codeFor("race@example.org");
  const both = await Promise.all([verify("race@example.org", code), verify("race@example.org", code)]);
  expect(new Set(both.map(({ type }) => type))).toEqual(new Set(["CodeRejected", "VerifyEmailPayload"]));
});

test("a code is good for ten minutes", async () => {
  await request("late@example.org");
  const code = await identity.codeFor("late@example.org");
  identity.clock.advance(10 * minuteMs);
  expect(await verify("late@example.org", code)).toMatchObject({ type: "CodeExpired", path: ["input", "code"] });
  expect(await verify("late@example.org", wrong(code))).toMatchObject({
    type: "CodeRejected",
    remainingTries: 0,
  });
  identity.clock.reset();
});

test("five wrong codes lock it, even for the right one", async () => {
  await request("locked@example.org");
  const code = await identity.codeFor("locked@example.org");
  const answers = [];
  for (let attempt = 0; attempt < 5; attempt += 1) answers.push(await verify("locked@example.org", wrong(code)));
  expect(answers.map(({ remainingTries, type }) => remainingTries ?? type)).toEqual([4, 3, 2, 1, "VerificationLocked"]);
  expect((await verify("locked@example.org", code)).type).toBe("VerificationLocked");
  await request("locked@example.org");
  const next = await identity.codeFor("locked@example.org", 2);
  expect((await verify("locked@example.org", next)).type).toBe("VerifyEmailPayload");
});

test("answers alike for a known person and a stranger, and lets no stranger rename anybody", async () => {
  const [known] =
    await identity.admin`select email, first_name from identity.contact where id = ${account.contactId(0)}`;
  const answers = [await request(known!["email"], { firstName: "Mallory" }), await request("nobody@example.org")];
  expect(answers.map(({ type }) => type)).toEqual(["RequestVerificationPayload", "RequestVerificationPayload"]);
  const [after] = await identity.admin`select first_name from identity.contact where id = ${account.contactId(0)}`;
  expect(after!["first_name"]).toBe(known!["first_name"]);
  expect(await verify("unknown@example.org", "000000")).toMatchObject({
    type: "CodeRejected",
    remainingTries: 0,
  });
});

test("two requests at once for one new person make one contact", async () => {
  await Promise.all([request("twice@example.org"), request("TWICE@example.org")]);
  const rows = await identity.admin`select 1 from identity.contact where email_key = 'twice@example.org'`;
  expect(rows).toHaveLength(1);
});

test("says what is wrong with the input, and with the studio", async () => {
  expect(await request("no address")).toMatchObject({ type: "InvalidEmail", path: ["input", "email"] });
  expect(await request("a@example.org", { firstName: "  " })).toMatchObject({
    type: "InvalidName",
    path: ["input", "firstName"],
  });
  await addStudio(identity.admin, { accountId: account.accountId, slug: "draft", status: "draft" });
  await addStudio(identity.admin, { accountId: account.accountId, slug: "private", access: "private" });
  for (const studioSlug of ["draft", "private", "missing"]) {
    expect((await request("a@example.org", { studioSlug })).type).toBe("StudioUnavailable");
  }
});

test("sends an archived contact nothing, and stops after too many codes", async () => {
  await identity.admin`update identity.contact set status = 'archived' where id = ${account.contactId(1)}`;
  const [archived] = await identity.admin`select email from identity.contact where id = ${account.contactId(1)}`;
  expect((await request(archived!["email"])).type).toBe("RequestVerificationPayload");
  for (let asked = 0; asked <= MAX_CODES_PER_HOUR; asked += 1) await request("eager@example.org");
  const rows = await identity.admin<{ sent: number }[]>`select c.email_key,
      count(*) filter (where v.code_sealed is not null or v.sent_at is not null)::int as sent
    from identity.contact c join identity.verification v on v.contact_id = c.id
    where c.email_key in ('eager@example.org', ${archived!["email"]}) group by 1 order by 2`;
  expect(rows.map((row) => row.sent)).toEqual([0, MAX_CODES_PER_HOUR]);
});

test("leaves an audit trail and announces the new contact", async () => {
  const fresh = await newAccount(identity, 0);
  await addStudio(identity.admin, { accountId: fresh.accountId, slug: "trail" });
  await request("trail@example.org", { studioSlug: "trail" });
  const code = await identity.codeFor("trail@example.org");
  await identity.ask(anonymous, VERIFY, { input: { studioSlug: "trail", email: "trail@example.org", code } });
  const audit = await identity.admin`select action from compliance.audit_event
    where account_id = ${fresh.accountId} and action <> 'verification.sent' order by position`;
  expect(audit.map((row) => row["action"])).toEqual([
    "contact.created",
    "verification.requested",
    "contact.verified",
    "session.created",
  ]);
  const events =
    await identity.admin`select type from events.event where account_id = ${fresh.accountId} order by position`;
  expect(events.map((row) => row["type"])).toEqual(["contact.created", "contact.updated"]);
});
