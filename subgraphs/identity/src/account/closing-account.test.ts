import {
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  type GraphQLInputType,
  type GraphQLObjectType,
} from "graphql";
import { afterAll, beforeAll, expect, test } from "vitest";
import { newId } from "@studio/kit/id.js";
import { toGlobalId } from "@studio/kit/paging/global-id.js";
import { bulkActions } from "../../test/bulk.js";
import { gid, edit, selfOf } from "../../test/edit-contact.js";
import { invitations } from "../../test/invitations.js";
import { newAccount, type TestAccount } from "../../test/new-account.js";
import { anonymous, runIdentity, type RunningIdentity } from "../../test/running-identity.js";
import { addStudio } from "../../test/stand-in-for-studios.js";
import { buildIdentitySchema } from "../schema.js";

let identity: RunningIdentity;
let account: TestAccount;
let studio: { id: string; slug: string };
let mutations: GraphQLObjectType;

beforeAll(async () => {
  identity = await runIdentity();
  account = await newAccount(identity);
  const { accountId } = account;
  const slug = newId();
  studio = { slug, id: await addStudio(identity.admin, { accountId, slug }) };
  mutations = (await buildIdentitySchema()).schema.getMutationType()!;
  await identity.admin`update identity.account set status = 'closing' where account_id = ${accountId}`;
});

afterAll(() => identity.stop());

/** Something that a type takes, whatever it means. */
function anything(type: GraphQLInputType): unknown {
  if (isListType(type)) return [];
  if (isNonNullType(type)) return anything(type.ofType);
  if (isEnumType(type)) return type.getValues()[0]!.name;
  if (isInputObjectType(type)) {
    const needed = Object.values(type.getFields()).filter((field) => isNonNullType(field.type));
    return Object.fromEntries(needed.map((field) => [field.name, anything(field.type)]));
  }
  return { Int: 1, Boolean: true, DateTimeISO: "2025-01-01T00:00:00.000Z" }[String(type)] ?? "x";
}

/** The code with which a mutation is refused, or "goes on". */
async function refusalOf(name: string): Promise<string> {
  const input = mutations.getFields()[name]!.args.find((arg) => arg.name === "input")!;
  const query = `mutation ($input: ${String(input.type)}) { ${name}(input: $input) { __typename } }`;
  const { errors } = await identity.ask(account.member("owner"), query, { input: anything(input.type) });
  return errors[0]?.code === "CONFLICT" ? "closed" : "goes on";
}

test("of all mutations only those go on that take access away, let staff help, sign in, or answer as data", async () => {
  const names = Object.keys(mutations.getFields());
  const goingOn = [];
  for (const name of names) if ((await refusalOf(name)) === "goes on") goingOn.push(name);
  expect(goingOn.toSorted()).toEqual([
    "acceptInvitation",
    "cancelBulkAction",
    "denySupportAccess",
    "extendSupportAccess",
    "grantSupportAccess",
    "inviteContact",
    "inviteMember",
    "previewAs",
    "removeMember",
    "requestSupportAccess",
    "requestVerification",
    "resendInvitation",
    "reviewFieldAppeal",
    "revokeInvitation",
    "revokeMemberInvitation",
    "revokeSupportAccess",
    "startBulkAction",
    "suspendMember",
    "updateAccountSettings",
    "verifyEmail",
  ]);
});

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
