import { afterAll, beforeAll, expect, test } from "vitest";
import type { StatedPurpose } from "@studio/kit/auth/purpose.js";
import type { Viewer } from "@studio/kit/auth/viewer.js";
import { newId } from "@studio/kit/id.js";
import { toGlobalId } from "@studio/kit/paging/global-id.js";
import { ask } from "../../test/contact-client.js";
import { client, contactGid, member } from "../../test/viewers.js";
import { openWorld, type World } from "../../test/world.js";
import { seedSubmissions } from "../seed.js";

let world: World;
beforeAll(async () => void (world = await openWorld({ workers: false })));
afterAll(() => world.close());

/** A contact under restriction who has submitted a photo. */
async function restricted() {
  const contact = await world.newcomer({ groupIds: [newId()] });
  const [photoId, submissionId] = [newId(), newId()];
  const seed = { ...contact, photoId, submissionId, status: "submitted" as const, createdAt: new Date() };
  await seedSubmissions(world.options, contact.accountId, [seed]);
  await world.sql`update identity.published_contact set restricted_at = now() where id = ${contact.contactId}`;
  return { contact, photoId: toGlobalId("Photo", photoId), submissionId: toGlobalId("Submission", submissionId) };
}

const DOINGS = `query ($contact: ID!, $submission: ID!, $photo: ID!, $of: [_Any!]!) {
  submission(id: $submission) { id } photo(id: $photo) { id }
  listed: submissions(filter: { contactIds: [$contact] }) { totalCount edges { node { id } } }
  all: submissions { totalCount estimatedCount }
  submissionStats { totalCount contacts byStatus { count } byGroup { count } }
  _entities(representations: $of) { ... on Contact { id latestSubmission { id } submissions { totalCount } } } }`;

test("of a contact under restriction only a purpose tells others what they submitted, and that is on record", async () => {
  const anna = await restricted();
  const { accountId, contactId } = anna.contact;
  const contact = contactGid(contactId);
  const variables = { contact, submission: anna.submissionId, photo: anna.photoId };
  const of = [{ __typename: "Contact", id: contact }];
  const seen = async (viewer: Viewer, purpose?: StatedPurpose) => {
    const { data, errors = [] } = await ask<any>(world.media, viewer, DOINGS, { ...variables, of }, purpose);
    const { totalCount, contacts, byStatus, byGroup } = data.submissionStats;
    const { latestSubmission, submissions } = data._entities[0] ?? {};
    const counts = [data.listed.totalCount, data.all.totalCount, data.all.estimatedCount, totalCount, contacts];
    return {
      shown: [data.submission, data.photo, latestSubmission, submissions].filter(Boolean).length,
      counts: [...counts, data.listed.edges.length, byStatus.length, byGroup?.length ?? 0],
      codes: ["submission", "photo"].map((root) => errors.find(({ path }) => path?.[0] === root)?.extensions.code),
      isThere: data._entities[0] !== null,
    };
  };
  const none = Array.from({ length: 8 }, () => 0);
  const closed = { shown: 0, counts: none, codes: ["FORBIDDEN", "FORBIDDEN"], isThere: true };
  const purpose: StatedPurpose = { purpose: "legal_claim", note: "case 7" };
  const programs = [
    client(accountId, "integration", ["contacts:read", "photos:read"]),
    client(accountId, "hr_sync", []),
  ];
  for (const viewer of [member(accountId, "admin"), ...programs]) {
    expect(await seen(viewer)).toEqual(closed);
    expect(await seen(viewer, purpose)).toEqual(closed);
  }
  const staff: Viewer = { kind: "staff", staffId: "s", accountId, grantId: "g", scopes: ["contacts:read"] };
  expect(await seen(staff)).toMatchObject({
    shown: 0,
    counts: none,
    codes: ["NOT_FOUND", "NOT_FOUND"],
    isThere: false,
  });
  for (const role of ["owner", "privacy_officer"] as const) {
    expect(await seen(member(accountId, role))).toEqual(closed);
    const open = { shown: 4, counts: none.map(() => 1), codes: [undefined, undefined], isThere: true };
    expect(await seen(member(accountId, role), purpose)).toEqual(open);
  }
  const trail = await world.sql`select distinct actor_kind, action, subject_id, reason from compliance.audit_log
    where account = ${accountId} and action like '%.read' order by action`;
  expect(trail.filter(({ actor_kind }) => actor_kind === "member")).toEqual(
    [
      ["account.read", accountId],
      ["contact.read", contactId],
    ].map(([action, subject_id]) => ({
      actor_kind: "member",
      action,
      subject_id,
      reason: "LEGAL_CLAIM: case 7",
    })),
  );
});
