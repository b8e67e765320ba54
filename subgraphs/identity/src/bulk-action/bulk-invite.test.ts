import { afterAll, beforeAll, expect, test } from "vitest";
import { newId } from "@studio/kit/id.js";
import { toGlobalId } from "@studio/kit/paging/global-id.js";
import { poll } from "../../../../dev/src/poll.js";
import { bulkActions } from "../../test/bulk.js";
import { gid } from "../../test/edit-contact.js";
import { invitations } from "../../test/invitations.js";
import { mailsTo } from "../../test/mailbox.js";
import { newAccount, type TestAccount } from "../../test/new-account.js";
import { runIdentity, type RunningIdentity } from "../../test/running-identity.js";
import { addStudio } from "../../test/stand-in-for-studios.js";

let identity: RunningIdentity;
let bulk: ReturnType<typeof bulkActions>;

beforeAll(async () => {
  identity = await runIdentity();
  bulk = bulkActions(identity);
});

afterAll(() => identity.stop());

async function withStudio(contacts: number) {
  const account = await newAccount(identity, contacts);
  const { accountId } = account;
  await identity.admin`update identity.contact set status = 'unverified', email = id || '@people.example',
    email_key = id || '@people.example' where account_id = ${accountId}`;
  const studioId = await addStudio(identity.admin, { accountId, slug: newId(), access: "private" });
  return { account, studioId, studio: toGlobalId("Studio", studioId) };
}

/** Cuts every connection of the service, as a killed worker or server does. */
const cutOff = () =>
  identity.admin`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'identity'`;

const outcomes = (action: { rows: { edges: { node: { outcome: string; refusal: string | null } }[] } }) =>
  action.rows.edges.map(({ node }) => node.refusal ?? node.outcome);

const addressOf = (account: TestAccount, index: number) => `${account.contactId(index)}@people.example`;

test("invites the contacts of a group, and says of each what became of it", async () => {
  const { account, studioId, studio } = await withStudio(12);
  const owner = account.member("owner");
  await invitations(identity).invite(owner, account.contactId(2), studioId);
  await identity.admin`update identity.contact set status = 'archived' where id = ${account.contactId(4)}`;
  await identity.admin`update identity.contact set restricted_at = now() where id = ${account.contactId(6)}`;
  const target = { matching: { filter: { group: { eq: toGlobalId("Group", account.groupIds[0]) } } } };
  const started = await bulk.start(owner, { kind: "INVITE", studioId: studio, target });
  const action = await bulk.ended(owner, started.bulkAction.id);
  // Whose processing is restricted, of them no group is told: a filter by one leaves them out.
  expect(action).toMatchObject({ state: "FINISHED", total: 5, changed: 3, unchanged: 1, rejected: 1 });
  expect(outcomes(action)).toEqual(["CHANGED", "UNCHANGED", "ARCHIVED", "CHANGED", "CHANGED"]);
  expect(action.rows.edges[0].node.contact.status).toBe("INVITED");
});

test("a worker that is cut off midway invites each contact once", async () => {
  const contacts = 700;
  const { account, studio } = await withStudio(contacts);
  const owner = account.member("owner");
  const target = { matching: { filter: {} } };
  const { bulkAction } = await bulk.start(owner, { kind: "INVITE", studioId: studio, target });
  const invited = async () =>
    (
      await identity.admin`select count(*)::int as n, count(distinct contact_id)::int as people from identity.invitation
      where account_id = ${account.accountId}`
    )[0]!;
  await poll(async () => ((await invited())["n"] > 0 ? true : undefined), { timeoutMs: 15_000, everyMs: 2 });
  await cutOff();
  expect(await bulk.ended(owner, bulkAction.id)).toMatchObject({ state: "FINISHED", changed: contacts });
  expect(await invited()).toEqual({ n: contacts, people: contacts });
  const [mails] = await identity.admin`select count(*)::int as n, count(distinct data ->> 'invitationId')::int as people
    from identity_jobs.job where name = 'contact-invitation-mail' and data ->> 'accountId' = ${account.accountId}`;
  expect(mails).toEqual({ n: contacts, people: contacts });
  await identity.admin`delete from identity_jobs.job where name = 'contact-invitation-mail' and state = 'created'`;
});

test("each person gets their mail under one Message-ID, also when the mails' worker is cut off", async () => {
  const contacts = 6;
  const { account, studio } = await withStudio(contacts);
  const owner = account.member("owner");
  const target = { matching: { filter: {} } };
  const { bulkAction } = await bulk.start(owner, { kind: "INVITE", studioId: studio, target });
  await bulk.ended(owner, bulkAction.id);
  await poll(() => mailsTo(identity.mails, addressOf(account, 1))[0], { timeoutMs: 15_000, everyMs: 1 });
  await cutOff();
  const unsent = async () =>
    (
      await identity.admin`select count(*)::int as n from identity.invitation
      where account_id = ${account.accountId} and sent_at is null`
    )[0]!["n"];
  await poll(async () => ((await unsent()) === 0 ? true : undefined), { timeoutMs: 30_000, everyMs: 50 });
  const idsOf = (index: number) =>
    new Set(mailsTo(identity.mails, addressOf(account, index)).map((mail) => mail.messageId)).size;
  expect(Array.from({ length: contacts }, (_, index) => idsOf(index))).toEqual(Array(contacts).fill(1));
});

test("asks for a studio of the account that takes people", async () => {
  const { account, studio } = await withStudio(2);
  const owner = account.member("owner");
  const target = { contactIds: [gid(account.contactId(0))] };
  const missing = await bulk.start(owner, { kind: "INVITE", target });
  expect(missing).toMatchObject({ type: "InvalidValue", path: ["input", "studioId"] });
  const foreign = (await withStudio(0)).studio;
  const other = await bulk.start(owner, { kind: "INVITE", studioId: foreign, target });
  expect(other.refused.map(({ code }: { code: string }) => code)).toEqual(["NOT_FOUND"]);
  await identity.admin`update studio_configuration.studio set status = 'draft' where account_id = ${account.accountId}`;
  expect((await bulk.start(owner, { kind: "INVITE", studioId: studio, target })).type).toBe("StudioNotPublished");
});
