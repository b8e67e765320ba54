import { openDatabase } from "@studio/kit/db/database.js";
import { roleUrl } from "@studio/kit/db/role-url.js";
import { appendEvents } from "@studio/kit/events/append.js";
import { createAccount, type TestAccount } from "../account.js";
import { bearer, post } from "../http.js";
import type { TestPlatform } from "../platform.js";
import { digestCanary, marker, momentCanary, phoneCanary, plantedText, type Canary, type Mark } from "./canary.js";
import { CONTACTS, FIELDS, GRANTED, MAPPED, groupOf } from "./fields.js";
import { plantThings } from "./planted-things.js";

/** An account in which every field of every contact is a canary, and so is whatever has a name. */
export interface PlantedAccount extends TestAccount {
  mark: Mark;
  canaries: readonly Canary[];
  /** A cursor of the event log, before an event of each contact's submission. */
  checkpoint: string;
  /** Global ids of what it keeps beside contacts, by type; those that any mutation may be tried on begin with `Spare`. */
  things: Readonly<Record<string, readonly string[]>>;
}

/** Makes an account and plants it. */
export async function plantAccount(platform: TestPlatform, mark: Mark): Promise<PlantedAccount> {
  const account = await createAccount(platform, { contacts: CONTACTS.count });
  await defineFields(platform, account);
  await writeValues(platform, account, mark);
  await plantMedia(platform, account, mark);
  const checkpoint = await emitSubmissions(platform, account);
  const { canaries, things } = await plantThings(platform, account, mark);
  const { id: restricted } = account.contacts[CONTACTS.restricted]!;
  await platform.admin`update identity.contact set restricted_at = ${platform.clock.now()} where id = ${restricted}`;
  const ids = account.contacts.flatMap(({ id, submissionId, photoId }, contact): Canary[] => [
    { text: id, account: mark, contact, code: "id" },
    ...[submissionId, photoId].map((text) => ({ text, account: mark, contact, code: "sub" })),
  ]);
  const values = account.contacts.flatMap((_one, contact) => valueCanaries(mark, contact));
  return { ...account, mark, checkpoint, canaries: [...ids, ...values, ...canaries], things };
}

function valueCanaries(mark: Mark, contact: number): Canary[] {
  return FIELDS.filter(({ row }) => row !== "id, status").map(({ code }) => {
    return { text: canaryText(mark, contact, code), account: mark, contact, code };
  });
}

/** The text by which a field's canary is known. */
export function canaryText(mark: Mark, contact: number, code: string): string {
  switch (code) {
    case "pho":
      return phoneCanary(mark, contact).text;
    case "org":
      return digestCanary(mark, contact, 0).text;
    case "der":
      return digestCanary(mark, contact, 1).text;
    case "cns":
      return momentCanary(mark, contact).text;
    default:
      return marker(mark, contact, code);
  }
}

async function defineFields({ admin, clock }: TestPlatform, account: TestAccount): Promise<void> {
  const custom = FIELDS.filter((field) => field.custom);
  const rows = custom.map(({ name, custom: { level, owner } = { level: "L0", owner: "admin" } }, index) => ({
    account_id: account.id,
    id: account.fieldId(name),
    key: name,
    label: name,
    type: "text",
    sensitivity: level,
    owner,
    purpose: "A test.",
    filterable: level < "L2",
    position: 20 + index,
    created_at: clock.now(),
  }));
  await admin`insert into identity.contact_field ${admin(rows)}`;
  for (const [kind, name] of [
    ["integration", GRANTED],
    ["hr_sync", MAPPED],
  ] as const) {
    const grants = [account.fieldId(name)];
    await admin`update identity.api_client set field_grants = ${grants}::uuid[] where account_id = ${account.id} and kind = ${kind}`;
  }
}

/** All through the graph, as its keepers write: the owner, and the HR client for what only HR writes. */
async function writeValues(platform: TestPlatform, account: TestAccount, mark: Mark): Promise<void> {
  const custom = FIELDS.filter((field) => field.custom);
  const valuesOf = (contact: number, levels: readonly string[]) =>
    custom
      .filter((field) => levels.includes(field.custom!.level))
      .map(({ name, code }) => ({ key: name, value: marker(mark, contact, code) }));
  const update = `mutation ($input: UpdateContactInput!) { done: updateContact(input: $input) { __typename } }`;
  const sync = `mutation ($input: SyncContactsInput!) { done: syncContacts(input: $input) { ... on SyncContactsPayload { rejected } } }`;
  const run = async (token: string, query: string, input: object) => {
    const { json, text } = await post(platform.graphUrl, { query, variables: { input } }, bearer(token));
    if (!/"(?:UpdateContactPayload"|rejected":0)/.test(JSON.stringify(json?.data)))
      throw new Error(`Not planted: ${text}`);
  };
  for (const [contact, { globalId }] of account.contacts.entries()) {
    await run(account.credentials.owner, update, {
      id: globalId,
      version: 1,
      firstName: plantedText(mark, contact, "fnm"),
      lastName: plantedText(mark, contact, "lnm"),
      email: plantedText(mark, contact, "eml"),
      phone: phoneCanary(mark, contact).number,
      externalId: marker(mark, contact, "ext"),
      customFields: valuesOf(contact, ["L0", "L1", "L2"]),
    });
  }
  const rows = account.contacts.map((_one, contact) => ({
    externalId: marker(mark, contact, "ext"),
    customFields: valuesOf(contact, ["L3"]),
  }));
  await run(account.credentials.hr, sync, { rows });
}

/** What no client can set: digests, moments, a group moved, addresses that were proven. */
async function plantMedia(platform: TestPlatform, account: TestAccount, mark: Mark): Promise<void> {
  const { admin } = platform;
  for (const [contact, { id, photoId, submissionId }] of account.contacts.entries()) {
    const [original, edited] = [digestCanary(mark, contact, 0).digest, digestCanary(mark, contact, 1).digest];
    await admin`update media.photo set original_digest = ${original}, clean_digest = ${original} where id = ${photoId}`;
    await admin`update media.derivative set digest = ${edited} where photo_id = ${photoId}`;
    await admin`update media.submission set reviewed_digest = ${edited} where id = ${submissionId}`;
    await admin`update compliance.consent set changed_at = ${momentCanary(mark, contact).moment} where contact_id = ${id}`;
    await admin`
      update identity.group_contact set group_id = ${account.groups[groupOf(contact)]} where contact_id = ${id}`;
  }
  await admin`update identity.contact set status = 'verified' where account_id = ${account.id}`;
  await admin`
    update studio_configuration.studio set coordinators_see_originals = ${mark === "b"} where account_id = ${account.id}`;
}

/** An event of each contact's submission, as the submission itself would have left it. @returns the cursor before them */
async function emitSubmissions(platform: TestPlatform, account: TestAccount): Promise<string> {
  const query = "{ submissionEventPage(first: 1) { endCursor } }";
  const { json } = await post(platform.graphUrl, { query }, bearer(account.credentials.owner));
  const events = account.contacts.map(({ id: contactId, submissionId }) => {
    return { type: "submission.submitted", ids: { submissionId, contactId, studioId: account.studio.id } };
  });
  const url = roleUrl(platform.postgres.url, platform.masterKey, "media");
  const db = openDatabase({ url, max: 1, applicationName: "test" });
  await db.inAccount(account.id, (tx) => appendEvents(tx, account.id, platform.clock.now(), events));
  await db.close();
  return (json?.data?.["submissionEventPage"] as { endCursor: string }).endCursor;
}
