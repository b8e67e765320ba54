import { seedStudios } from "@studio/studio-configuration/seed";
import { newId } from "@studio/kit/id.js";
import { toGlobalId } from "@studio/kit/paging/global-id.js";
import type { TestAccount } from "../account.js";
import { bearer, post } from "../http.js";
import type { TestPlatform } from "../platform.js";
import { marker, type Canary, type Mark } from "./canary.js";
import { CONTACTS } from "./fields.js";
import { plantMediaThings } from "./planted-media.js";

/** Places of what is no contact's, in a canary's text. */
const PLACE = 99;

export interface PlantedThings {
  canaries: Canary[];
  things: Record<string, string[]>;
}

/** Names what an account keeps beside its contacts, and adds spare ones on which any mutation may be tried. */
export async function plantThings(platform: TestPlatform, account: TestAccount, mark: Mark): Promise<PlantedThings> {
  const text = (code: string) => marker(mark, PLACE, code);
  await nameThings(platform, account, text);
  const spare = await addSpares(platform, account, text);
  const media = await plantMediaThings(platform, account, text);
  const members = await platform.admin<{ id: string }[]>`
    select id from identity.member where account_id = ${account.id} and status = 'active'`;
  const grants = await platform.admin<{ id: string }[]>`
    select id from identity.support_grant where account_id = ${account.id} and granted_at is not null`;
  const ids = (type: string, rows: readonly { id: string }[]) => rows.map(({ id }) => toGlobalId(type, id));
  const codes = ["acc", "lbl", "gra", "grb", "mem", "vie", "rea", "stu", "col", "gal", "web"];
  return {
    canaries: codes.map((code) => ({ text: text(code), account: mark, contact: null, code })),
    things: {
      ...spare,
      ...media,
      Account: [toGlobalId("Account", account.id)],
      Studio: [account.studio.globalId],
      Group: account.groups.map((id) => toGlobalId("Group", id)),
      ContactField: ["zq_public", "zq_internal", "zq_granted", "zq_restricted", "office"].map((key) =>
        toGlobalId("ContactField", account.fieldId(key)),
      ),
      Member: ids("Member", members),
      SupportGrant: ids("SupportGrant", grants),
    },
  };
}

async function nameThings(
  { admin }: TestPlatform,
  account: TestAccount,
  text: (code: string) => string,
): Promise<void> {
  const [coordinators, others] = account.groups;
  await admin`update identity.account set name = ${text("acc")} where account_id = ${account.id}`;
  await admin`update identity.contact_group set name = ${text("gra")} where id = ${coordinators}`;
  await admin`update identity.contact_group set name = ${text("grb")} where id = ${others}`;
  await admin`update identity.contact_field set label = ${text("lbl")} where id = ${account.fieldId("zq_public")}`;
}

async function addSpares(
  { admin, clock, graphUrl, ...platform }: TestPlatform,
  account: TestAccount,
  text: (code: string) => string,
): Promise<Record<string, string[]>> {
  const [group, member, field, grant, studio] = [newId(), newId(), newId(), newId(), newId()];
  const [account_id, created_at] = [account.id, clock.now()];
  const email = `${text("mem")}@people.example`;
  await admin`insert into identity.contact_group ${admin({ account_id, id: group, name: `Spare`, created_at })}`;
  await admin`insert into identity.member ${admin({ account_id, id: member, name: text("mem"), email, email_key: email, role: "admin", status: "active", created_at })}`;
  await admin`insert into identity.contact_field ${admin({ account_id, id: field, key: "spare", label: "Spare", type: "text", sensitivity: "L1", owner: "admin", purpose: "A test.", position: 40, created_at })}`;
  await admin`insert into identity.support_grant ${admin({ account_id, id: grant, staff_id: "asks", scopes: ["contacts:read"], reason: text("rea"), created_at })}`;
  const target = { databaseUrl: platform.postgres.url, masterKey: platform.masterKey, clock };
  await seedStudios(target, account_id, [{ id: studio, slug: text("stu"), name: text("stu"), status: "draft" }]);
  const owner = bearer(account.credentials.owner);
  const view = async (name: string, filter: object) => {
    const query = `mutation ($input: CreateSavedViewInput!) { createSavedView(input: $input) { ... on SavedViewPayload { savedView { id } } } }`;
    const { json } = await post(graphUrl, { query, variables: { input: { name, filter } } }, owner);
    return (json?.data?.["createSavedView"] as { savedView: { id: string } }).savedView.id;
  };
  const requests = await fileRequests(graphUrl, account, owner, (contact) =>
    marker(text("vie")[2] as Mark, contact, "rgt"),
  );
  const bulk = `mutation ($input: StartBulkActionInput!) { startBulkAction(input: $input) { ... on StartBulkActionPayload { bulkAction { id } } } }`;
  const target2 = { contactIds: account.contacts.map(({ globalId }) => globalId) };
  const input = { kind: "ADD_TO_GROUP", groupId: toGlobalId("Group", group), target: target2 };
  const started = await post(graphUrl, { query: bulk, variables: { input } }, owner);
  return {
    SavedView: [
      await view(text("vie"), { status: { eq: "VERIFIED" } }),
      await view(`${text("vie")} 2`, { externalId: { eq: marker(text("vie")[2] as Mark, 2, "ext") } }),
    ],
    DataSubjectRequest: requests,
    Invitation: [await inviteSpare(graphUrl, account, owner)],
    SpareSavedView: [await view(`${text("vie")} 3`, { firstName: { contains: "a" } })],
    SpareGroup: [toGlobalId("Group", group)],
    SpareMember: [toGlobalId("Member", member)],
    SpareContactField: [toGlobalId("ContactField", field)],
    SpareSupportGrant: [toGlobalId("SupportGrant", grant)],
    DraftStudio: [toGlobalId("Studio", studio)],
    BulkAction: [(started.json?.data?.["startBulkAction"] as { bulkAction: { id: string } }).bulkAction.id],
  };
}

type Headers = Record<string, string>;

/** A rights request of each contact, in words of their own. */
async function fileRequests(
  graphUrl: string,
  account: TestAccount,
  headers: Headers,
  statementOf: (contact: number) => string,
): Promise<string[]> {
  const query = `mutation ($input: EnterDataSubjectRequestInput!) {
    done: enterDataSubjectRequest(input: $input) {
      ... on FiledDataSubjectRequest { dataSubjectRequest { id } } ... on JoinedDataSubjectRequest { dataSubjectRequest { id } } } }`;
  const ids: string[] = [];
  for (const [contact, { globalId }] of account.contacts.entries()) {
    const input = { contactId: globalId, kind: "ACCESS", statement: statementOf(contact) };
    const { json, text } = await post(graphUrl, { query, variables: { input } }, headers);
    if (!text.includes('"id"')) throw new Error(`Not filed: ${text}`);
    ids.push((json?.data?.["done"] as { dataSubjectRequest: { id: string } }).dataSubjectRequest.id);
  }
  return ids;
}

async function inviteSpare(graphUrl: string, account: TestAccount, headers: Headers): Promise<string> {
  const query = `mutation ($input: InviteContactInput!) {
    done: inviteContact(input: $input) { ... on InvitationPayload { invitation { id } } } }`;
  const input = { contactId: account.contacts[CONTACTS.spare[0]]!.globalId, studioId: account.studio.globalId };
  const { json, text } = await post(graphUrl, { query, variables: { input } }, headers);
  if (!text.includes('"id"')) throw new Error(`Not invited: ${text}`);
  return (json?.data?.["done"] as { invitation: { id: string } }).invitation.id;
}
