import { afterAll, beforeAll, expect, test } from "vitest";
import { newId } from "@studio/kit/id.js";
import { toGlobalId } from "@studio/kit/paging/global-id.js";
import { bulkActions } from "../../test/bulk.js";
import { gid, edit, selfOf } from "../../test/edit-contact.js";
import { invitations } from "../../test/invitations.js";
import { newAccount, type TestAccount } from "../../test/new-account.js";
import { anonymous, runIdentity, type RunningIdentity } from "../../test/running-identity.js";
import { addStudio } from "../../test/stand-in-for-studios.js";

let identity: RunningIdentity;
let account: TestAccount;
let studio: { id: string; slug: string };

beforeAll(async () => {
  identity = await runIdentity();
  account = await newAccount(identity);
  const { accountId } = account;
  const slug = newId();
  studio = { slug, id: await addStudio(identity.admin, { accountId, slug }) };
  await identity.admin`update identity.account set status = 'closing' where account_id = ${accountId}`;
});

afterAll(() => identity.stop());

test("what answers as data says that the account is closing, and its studios take nobody", async () => {
  const owner = account.member("owner");
  const invited = await invitations(identity).invite(owner, account.contactId(0), studio.id);
  expect(invited.type).toBe("AccountClosing");
  const target = { contactIds: [gid(account.contactId(0))] };
  expect((await bulkActions(identity).start(owner, { kind: "ARCHIVE", target })).type).toBe("AccountClosing");
  const ask = `mutation ($input: RequestVerificationInput!) { requestVerification(input: $input) { __typename } }`;
  const input = { studioSlug: studio.slug, firstName: "A", lastName: "B", email: `${newId()}@people.example` };
  const asked = await identity.ask(anonymous, ask, { input });
  expect(asked.data.requestVerification.__typename).toBe("StudioUnavailable");
});

test("a bulk action that is under way ends when the account begins to close", async () => {
  const other = await newAccount(identity);
  const bulk = bulkActions(identity);
  const groupId = toGlobalId("Group", other.groupIds[0]);
  const started = await identity.admin.begin(async (sql) => {
    await sql`select 1 from identity.contact where account_id = ${other.accountId} for update`;
    const target = { matching: { filter: {} } };
    const answer = await bulk.start(other.member("owner"), { kind: "ADD_TO_GROUP", groupId, target });
    await sql`update identity.account set status = 'closing' where account_id = ${other.accountId}`;
    return answer;
  });
  const action = await bulk.ended(other.member("owner"), started.bulkAction.id);
  expect(action).toMatchObject({ state: "FAILED", failure: "ACCOUNT_CLOSING", changed: 0 });
});

test("a contact still corrects what is kept about them", async () => {
  const contactId = account.contactId(1);
  const [row] = await identity.admin`select version from identity.contact where id = ${contactId}`;
  const input = { id: gid(contactId), version: row!["version"], firstName: "Corrected", customFields: [] };
  const self = selfOf(account.accountId, contactId, studio.id);
  expect(await edit(identity, self, "updateContact", input)).toMatchObject({ contact: { firstName: "Corrected" } });
});
