import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { newAccountToken } from "@studio/kit/auth/account-token.js";
import type { Viewer } from "@studio/kit/auth/viewer.js";
import { hashSecret } from "@studio/kit/crypto/secret-token.js";
import { newId } from "@studio/kit/id.js";
import { edit, gid, problemsOf, selfOf, tracesOf } from "../../test/edit-contact.js";
import { mailsTo } from "../../test/mailbox.js";
import { newAccount, type TestAccount } from "../../test/new-account.js";
import { anonymous, runIdentity, type RunningIdentity } from "../../test/running-identity.js";
import { addStudio } from "../../test/stand-in-for-studios.js";
import { whileHeld } from "../../test/while-held.js";

let identity: RunningIdentity;
let account: TestAccount;
let studioSlug: string;
let studioId: string;
let contactId: string;

beforeAll(async () => {
  identity = await runIdentity();
});

beforeEach(async () => {
  account = await newAccount(identity, 4);
  studioSlug = `s-${account.accountId}`;
  studioId = await addStudio(identity.admin, { accountId: account.accountId, slug: studioSlug });
  contactId = account.contactId(0);
});

afterAll(() => identity.stop());

const VERIFY = `mutation ($input: VerifyEmailInput!) { verifyEmail(input: $input) { type: __typename
  ... on VerifyEmailPayload { contact { id email status version } } } }`;

const verify = async (email: string, code: string, viewer: Viewer = anonymous) =>
  (await identity.ask(viewer, VERIFY, { input: { studioSlug, email, code } })).data.verifyEmail;

const self = () => selfOf(account.accountId, contactId, studioId);

const change = (input: Record<string, unknown>) =>
  edit(identity, self(), "updateContact", { id: gid(contactId), version: 1, ...input });

const addSession = async () => {
  const token = newAccountToken("ss", account.accountId);
  await identity.admin`insert into identity.session values (${account.accountId}, ${newId()}, ${hashSecret(token)},
    ${contactId}, ${studioId}, now(), now() + interval '1 day')`;
  return () => identity.identify({ kind: "session", token });
};

const mailbox = () => `new-${account.accountId}@example.org`;

test("a contact's new address is theirs once they have shown the code that was sent there", async () => {
  const session = await addSession();
  const asked = await change({ firstName: "Renamed", email: mailbox() });
  expect(asked).toMatchObject({
    type: "UpdateContactPayload",
    emailToVerify: mailbox(),
    contact: { firstName: "Renamed", email: "amina.abel.1@people.example.com", status: "VERIFIED", version: 2 },
  });
  const code = await identity.codeFor(mailbox());
  expect((await verify("amina.abel.1@people.example.com", code)).type).toBe("CodeRejected");
  expect(await session()).toHaveProperty("viewer");
  expect(await verify(mailbox(), code)).toMatchObject({
    contact: { id: gid(contactId), email: mailbox(), status: "VERIFIED", version: 3 },
  });
  expect(await session()).toHaveProperty("refused");
  expect((await verify(mailbox(), code)).type).toBe("CodeRejected");
  expect((await tracesOf(identity, contactId)).events).toEqual(["contact.updated", "contact.updated"]);
});

test("a contact is not told that an address is another's, and nobody gets a mail", async () => {
  const [other] = await identity.admin`select email from identity.contact where id = ${account.contactId(1)}`;
  const asked = await change({ email: other!["email"] });
  expect(asked).toMatchObject({ type: "UpdateContactPayload", emailToVerify: other!["email"] });
  expect(await tracesOf(identity, contactId)).toMatchObject({ audit: ["verification.withheld", "contact.read"] });
  expect(mailsTo(identity.mails, other!["email"])).toEqual([]);
});

test("an address that went to somebody else meanwhile stays theirs", async () => {
  await change({ email: mailbox() });
  const code = await identity.codeFor(mailbox());
  const owner = account.member("owner");
  const theirs = { id: gid(account.contactId(1)), version: 1, email: mailbox() };
  expect((await edit(identity, owner, "updateContact", theirs)).contact.email).toBe(mailbox());
  expect((await verify(mailbox(), code)).type).toBe("CodeRejected");
});

test("another spelling of their own address is no new address", async () => {
  const asked = await change({ email: "Amina.Abel.1@People.Example.com" });
  expect(asked).toMatchObject({
    emailToVerify: null,
    contact: { email: "Amina.Abel.1@People.Example.com", version: 2 },
  });
  expect(problemsOf(await change({ version: 2, externalId: "mine" }))).toEqual(["FieldNotWritable externalId"]);
});

test("an address that the account changes is unproven: sessions and codes of the old one end", async () => {
  const session = await addSession();
  await change({ email: mailbox() });
  const code = await identity.codeFor(mailbox());
  const input = { id: gid(contactId), version: 1, email: `hr-${mailbox()}` };
  const changed = await edit(identity, account.hr(), "updateContact", input);
  expect(changed.contact).toMatchObject({ email: `hr-${mailbox()}`, status: "UNVERIFIED" });
  expect(await session()).toHaveProperty("refused");
  expect((await verify(mailbox(), code)).type).toBe("CodeRejected");
  const [pending] = await identity.admin`select new_email, new_email_key from identity.verification
    where contact_id = ${contactId}`;
  expect(pending).toEqual({ new_email: null, new_email_key: null });
});

test("in a private studio a contact proves their new address while signed in there, and nobody else does", async () => {
  await identity.admin`update studio_configuration.studio set access = 'private' where id = ${studioId}`;
  await change({ email: mailbox() });
  const code = await identity.codeFor(mailbox());
  expect((await verify(mailbox(), code)).type).toBe("StudioUnavailable");
  expect((await verify(mailbox(), code, selfOf(account.accountId, contactId))).type).toBe("StudioUnavailable");
  expect(await verify(mailbox(), code, self())).toMatchObject({ contact: { email: mailbox() } });
});

test("a code for the old address that is shown while an admin changes it opens nothing", async () => {
  const [old] = await identity.admin`select email from identity.contact where id = ${contactId}`;
  const request = `mutation ($input: RequestVerificationInput!) { requestVerification(input: $input) { __typename } }`;
  const person = { studioSlug, firstName: "Amina", lastName: "Abel", email: old!["email"] };
  await identity.ask(anonymous, request, { input: person });
  const code = await identity.codeFor(old!["email"]);
  await addSession();
  const input = { id: gid(contactId), version: 1, email: mailbox() };
  const [changed, shown] = await whileHeld(
    identity.admin,
    (tx) => tx`select from identity.session where contact_id = ${contactId} for update`,
    [() => edit(identity, account.member("admin"), "updateContact", input), () => verify(old!["email"], code)],
  );
  expect(changed).toMatchObject({ type: "UpdateContactPayload", contact: { email: mailbox(), status: "UNVERIFIED" } });
  expect(shown.type).toBe("CodeRejected");
});

test("an address that becomes another contact's at the very moment is refused like one that was theirs", async () => {
  await change({ email: mailbox() });
  const code = await identity.codeFor(mailbox());
  const [shown] = await whileHeld(
    identity.admin,
    (tx) => tx`update identity.contact set email = ${mailbox()}, email_key = ${mailbox()}
      where account_id = ${account.accountId} and id = ${account.contactId(1)}`,
    [() => verify(mailbox(), code)],
  );
  expect(shown.type).toBe("CodeRejected");
});

test("a contact who is archived while they ask for a new address is sent no code", async () => {
  await whileHeld(
    identity.admin,
    (tx) => tx`update identity.contact set status = 'archived', archived_from = 'verified' where id = ${contactId}`,
    [() => change({ email: mailbox() })],
  );
  expect(await identity.admin`select 1 from identity.verification where contact_id = ${contactId}`).toHaveLength(0);
});
