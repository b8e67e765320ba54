import { openDatabase } from "@studio/kit/db/database.js";
import { roleUrl } from "@studio/kit/db/role-url.js";
import { appendEvents } from "@studio/kit/events/append.js";
import { newId } from "@studio/kit/id.js";
import { toGlobalId } from "@studio/kit/paging/global-id.js";
import { marker, plantedText, whisper } from "../support/access/canary.js";
import type { Viewer } from "../support/access/cast.js";
import { CONTACTS, FIELDS } from "../support/access/fields.js";
import type { PlantedAccount } from "../support/access/planted-account.js";
import { post, type HttpAnswer } from "../support/http.js";
import type { TestPlatform } from "../support/platform.js";
import { ALL } from "./matrix-uses.js";

const PLACE = CONTACTS.restricted;
const STATUSES = ["VERIFIED", "ARCHIVED"];

/** What lists of contacts can be narrowed to, by something of them that a restriction closes. */
function filters({ groups }: PlantedAccount): string[] {
  const custom = FIELDS.filter(({ code }) => code === "pub").map(
    ({ name, code }) => `custom: { key: "${name}", startsWith: "${marker("a", PLACE, code)}" }`,
  );
  const whole = [
    ...STATUSES.map((status) => `status: { eq: ${status} }`),
    ...groups.map((id) => `group: { eq: "${toGlobalId("Group", id)}" }`),
    ...["createdAt", "updatedAt"].map((name) => `${name}: { gt: "2025-06-01T00:00:00Z" }`),
    ...["fnm", "lnm", "eml", "ext"].map((code) => {
      const { name } = FIELDS.find((field) => field.code === code)!;
      return `${name}: { eq: "${plantedText("a", PLACE, code)}" }`;
    }),
    "phone: { isSet: true }",
    ...custom,
  ];
  return whole.flatMap((one) => [one, `not: { ${one} }`]);
}

/** Changes that are refused of them, or that only the HR system makes; none may tell more than that. */
function changes({ contacts, groups, studio }: PlantedAccount): string[] {
  const { globalId: id, submissionId } = contacts[PLACE]!;
  const other = contacts[CONTACTS.open]!.globalId;
  const error = "__typename ... on UserError { message path }";
  const state = `${error} ... on VersionConflict { currentVersion } ... on ContactStateConflict { status }`;
  const group = toGlobalId("Group", groups[1]);
  return [
    ...[1, 2, 3].map(
      (version) => `updateContact(input: { id: "${id}", version: ${version}, firstName: "X" }) { ${state} }`,
    ),
    `archiveContact(input: { id: "${id}", version: 1 }) { ${state}
      ... on ArchiveContactPayload { contact { id status version processingRestrictedAt firstName } } }`,
    `restoreContact(input: { id: "${id}", version: 1 }) { ${state} }`,
    `mergeContacts(input: { survivorId: "${other}", duplicateId: "${id}" }) { ${state} }`,
    `undoMerge(input: { duplicateId: "${id}" }) { ${error} }`,
    `inviteContact(input: { contactId: "${id}", studioId: "${studio.globalId}" }) { ${error} }`,
    `addContactsToGroup(input: { groupId: "${group}", contactIds: ["${id}"] }) { ${error}
      ... on GroupContactsPayload { changed } }`,
    `acceptSubmission(input: { id: "${toGlobalId("Submission", submissionId)}", version: 1 }) { ${error}
      ... on SubmissionStateConflict { status } }`,
    `syncContacts(input: { rows: [{ externalId: "${marker("a", PLACE, "ext")}" }] }) {
      ... on SyncContactsPayload { results { outcome contact { id } errors { ... on UserError { message } } } } }`,
    `enterDataSubjectRequest(input: { contactId: "${id}", kind: OBJECTION }) { ${error} }`,
  ].map((one) => `mutation ${one}`);
}

/** Every way to ask about contacts that might tell of one under restriction: single, listed, counted, changed, announced. */
function questions(account: PlantedAccount): string[] {
  const { globalId: id, submissionId, photoId } = account.contacts[PLACE]!;
  const { checkpoint } = account;
  const [submission, photo] = [toGlobalId("Submission", submissionId), toGlobalId("Photo", photoId)];
  const counted = "{ totalCount edges { node { id } } }";
  const orders = ["STATUS", "CREATED_AT", "UPDATED_AT", "FIRST_NAME", "LAST_NAME", "EMAIL", "EXTERNAL_ID"];
  const facets = ["{ field: STATUS }", "{ field: GROUP }", "{ field: STUDIO }", `{ custom: "department" }`];
  const facetCounts = "{ totalCount facets { values { value count } } }";
  return [
    `contact(id: "${id}") { ${ALL} processingRestrictedAt mergedInto { id }
      invitations(first: 9) { edges { node { id status } } } submissions(first: 9) { totalCount edges { node { id } } } }`,
    `node(id: "${id}") { __typename ... on Contact { id status } }`,
    `node(id: "${submission}") { __typename ... on Submission { status } }`,
    `submission(id: "${submission}") { status version }`,
    `photo(id: "${photo}") { status }`,
    "contacts(first: 50) { totalCount estimatedCount edges { node { id } } }",
    ...filters(account).map((filter) => `contacts(filter: { ${filter} }) ${counted}`),
    ...orders.map((field) => `contacts(orderBy: [{ field: ${field} }]) ${counted}`),
    `contacts(orderBy: [{ custom: "zq_public" }]) ${counted}`,
    ...["fnm", "lnm", "eml"].map((code) => `contacts(search: "${whisper(marker("a", PLACE, code))}") ${counted}`),
    ...facets.map((facet) => `contactStats(facets: [${facet}]) ${facetCounts}`),
    `contactStats(filter: { id: { eq: "${id}" } }, facets: [{ field: STATUS }]) ${facetCounts}`,
    "submissions(first: 50) { totalCount estimatedCount edges { node { id } } }",
    `submissions(filter: { contactIds: ["${id}"] }) ${counted}`,
    "submissionStats { totalCount contacts byStatus { status count } byStudio { count contacts } }",
    "submissionStats { byGroup { group { id } count contacts } }",
    "groups(first: 9) { edges { node { id contactCount } } }",
    ...account.groups.map((group) => explained(id, toGlobalId("Group", group))),
    `eventPage(first: 50, after: "${checkpoint}") { edges { node { type contact { id } submission { id } } } }`,
    `submissionEventPage(first: 50, after: "${checkpoint}") { edges { node { type contact { id } submission { id status } } } }`,
    ...changes(account),
  ];
}

/** What a coordinator of a group may see, which tells whether the contact is in it. */
function explained(contact: string, group: string): string {
  const viewer = `{ role: COORDINATOR, groupIds: ["${group}"] }`;
  return `explainFieldAccess(viewer: ${viewer}, contact: "${contact}", field: "email") { audience read { decidedBy } }`;
}

/** So many are asked at once. */
const AT_ONCE = 9;

/** What a viewer is told by each question. @throws if the API has no such question */
async function toldOf(
  { graphUrl }: TestPlatform,
  { headers }: Viewer,
  asked: readonly string[],
  more: Record<string, string>,
): Promise<string[]> {
  const told: string[] = [];
  const isChange = (one: string) => one.startsWith("mutation");
  for (const kind of ["query", "mutation"]) {
    const questions = asked.filter((one) => isChange(one) === (kind === "mutation"));
    for (let from = 0; from < questions.length; from += AT_ONCE) {
      const some = questions.slice(from, from + AT_ONCE);
      const query = `${kind} { ${some.map((one, index) => `x${index}: ${one.replace("mutation ", "")}`).join("\n")} }`;
      const { json, text } = await post(graphUrl, { query }, { ...headers, ...more });
      if (/VALIDATION_FAILED|PARSE_FAILED|"INTERNAL"|too /.test(text)) throw new Error(`${query}\n${text}`);
      told.push(...some.map((one, index) => `${one}\n${answerOf(json, `x${index}`)}`));
    }
  }
  return told;
}

function answerOf(json: HttpAnswer["json"], key: string): string {
  const errors = json?.errors?.filter(({ path }) => path?.[0] === key) ?? [];
  const told = errors.map(({ message, path, extensions: { code, field } }) => [message, path, code, field].join(" "));
  return JSON.stringify([json?.data?.[key], told.toSorted()]);
}

/** Changes everything about the contact under restriction that is closed, and has something happen to them. */
async function changeAllOfRestricted(platform: TestPlatform, account: PlantedAccount): Promise<void> {
  const { admin } = platform;
  const { id, submissionId } = account.contacts[PLACE]!;
  await admin`update identity.contact set status = 'archived', archived_from = 'verified', version = version + 1,
    first_name = 'Quite', last_name = 'Another', email = 'another@people.example', email_key = 'another@people.example',
    custom = '{}', phone_sealed = null, updated_at = '2025-01-02' where id = ${id}`;
  await admin`delete from identity.contact_word where contact_id = ${id}`;
  await admin`insert into identity.group_contact (account_id, group_id, contact_id)
    values (${account.id}, ${account.groups[1]}, ${id})`;
  await admin`update media.submission set status = 'withdrawn', version = version + 1 where id = ${submissionId}`;
  const db = openDatabase({
    url: roleUrl(platform.postgres.url, platform.masterKey, "media"),
    max: 1,
    applicationName: "test",
  });
  const ids = { contactId: id, submissionId, studioId: account.studio.id };
  const events = ["contact.archived", "submission.withdrawn"].map((type) => ({ id: newId(), type, ids }));
  await db.inAccount(account.id, (tx) => appendEvents(tx, account.id, platform.clock.now(), events));
  await db.close();
}

/** Which of its answers to all questions change for each asker once everything about the contact under restriction has. */
export async function changedBy(
  platform: TestPlatform,
  account: PlantedAccount,
  askers: readonly { viewer: Viewer; more: Record<string, string> }[],
): Promise<string[][]> {
  const asked = questions(account);
  const tell = () => Promise.all(askers.map(({ viewer, more }) => toldOf(platform, viewer, asked, more)));
  const before = await tell();
  await changeAllOfRestricted(platform, account);
  const after = await tell();
  return askers.map(({ viewer }, asker) =>
    after[asker]!.map((told, place) =>
      told === before[asker]![place] ? "" : `${viewer.name}: ${before[asker]![place]} -> ${told}`,
    ).filter(Boolean),
  );
}
