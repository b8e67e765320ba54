import { afterAll, beforeAll, expect, test } from "vitest";
import type { ContactViewer, Viewer } from "@studio/kit/auth/viewer.js";
import { newId } from "@studio/kit/id.js";
import { toGlobalId } from "@studio/kit/paging/global-id.js";
import { ask, askPhoto, submit } from "../../test/contact-client.js";
import { client, contactGid, member } from "../../test/viewers.js";
import { openWorld, type ContactOptions, type StudioOptions, type World } from "../../test/world.js";
import { seedSubmissions } from "../seed.js";

let world: World;
beforeAll(async () => void (world = await openWorld({ workers: false })));
afterAll(() => world.close());

interface Subject {
  contact: ContactViewer;
  photoId: string;
  submissionId: string;
}

/** A contact who has submitted a photo. */
async function submitted(options: ContactOptions & { studio?: StudioOptions } = {}): Promise<Subject> {
  const contact = await world.newcomer(options);
  const [photoId, submissionId] = [newId(), newId()];
  const seed = { ...contact, photoId, submissionId, status: "submitted" as const, createdAt: new Date() };
  await seedSubmissions(world.options, contact.accountId, [seed]);
  return { contact, photoId: toGlobalId("Photo", photoId), submissionId: toGlobalId("Submission", submissionId) };
}

type Seen = "seen" | "FORBIDDEN" | "NOT_FOUND" | "UNAUTHENTICATED" | "null";

async function seenBy(viewer: Viewer, { photoId }: Subject): Promise<{ edited: Seen; original: Seen }> {
  const { data, errors } = await askPhoto(world.media, viewer, photoId);
  const outcome = (field: "edited" | "original"): Seen => {
    if (data?.photo?.[field]) return "seen";
    const error = errors?.find(({ path }) => path?.[1] === field || path?.length === 1);
    return (error?.extensions.code as Seen | undefined) ?? "null";
  };
  return { edited: outcome("edited"), original: outcome("original") };
}

test("shows pictures as the access matrix says", async () => {
  const group = newId();
  const anna = await submitted({ groupIds: [group] });
  const { accountId } = anna.contact;
  const staff = (grantId: string | null): Viewer => ({
    kind: "staff",
    staffId: "s",
    accountId,
    grantId,
    scopes: ["photos:read"],
  });
  const rows: [Viewer, Seen, Seen][] = [
    [anna.contact, "seen", "seen"],
    [member(accountId, "owner"), "seen", "seen"],
    [member(accountId, "admin"), "seen", "seen"],
    [member(accountId, "privacy_officer"), "seen", "FORBIDDEN"],
    [member(accountId, "coordinator", [group]), "seen", "FORBIDDEN"],
    [member(accountId, "coordinator", [newId()]), "NOT_FOUND", "NOT_FOUND"],
    [client(accountId, "integration", ["contacts:read", "photos:read"]), "seen", "seen"],
    [client(accountId, "integration", ["contacts:read"]), "FORBIDDEN", "FORBIDDEN"],
    [client(accountId, "integration", ["photos:read"]), "FORBIDDEN", "FORBIDDEN"],
    [client(accountId, "hr_sync", []), "seen", "FORBIDDEN"],
    [staff("g"), "seen", "seen"],
    [{ kind: "anonymous", accountId }, "UNAUTHENTICATED", "UNAUTHENTICATED"],
  ];
  for (const [viewer, edited, original] of rows) {
    expect(await seenBy(viewer, anna), JSON.stringify(viewer)).toEqual({ edited, original });
  }
});

test("shows coordinators the original where the studio allows", async () => {
  const group = newId();
  const anna = await submitted({ groupIds: [group], studio: { coordinatorsSeeOriginals: true } });
  const coordinator = member(anna.contact.accountId, "coordinator", [group]);
  expect(await seenBy(coordinator, anna)).toEqual({ edited: "seen", original: "seen" });
});

test("shows nobody but the contact the pictures of a contact under restriction", async () => {
  const anna = await submitted();
  await world.sql`update identity.published_contact set restricted_at = now() where id = ${anna.contact.contactId}`;
  const { accountId } = anna.contact;
  expect(await seenBy(anna.contact, anna)).toEqual({ edited: "seen", original: "seen" });
  for (const role of ["owner", "admin", "privacy_officer"] as const) {
    expect(await seenBy(member(accountId, role), anna)).toEqual({ edited: "FORBIDDEN", original: "FORBIDDEN" });
  }
});

test("gives the digest of the edited version to those alone who may fetch it", async () => {
  const anna = await submitted();
  const { accountId } = anna.contact;
  const digest = async (viewer: Viewer) => {
    const query = `query ($id: ID!) { submission(id: $id) { status reviewedDigest } }`;
    const { data } = await ask<{ submission: { reviewedDigest: string | null } | null }>(world.media, viewer, query, {
      id: anna.submissionId,
    });
    return data!.submission?.reviewedDigest ?? null;
  };
  const withoutPhotos = client(accountId, "integration", ["contacts:read"]);
  expect([await digest(member(accountId, "admin")), await digest(withoutPhotos)]).toEqual([expect.any(String), null]);
  await world.sql`update identity.published_contact set restricted_at = now() where id = ${anna.contact.contactId}`;
  expect([await digest(member(accountId, "admin")), await digest(anna.contact)]).toEqual([null, expect.any(String)]);
});

const ENTITIES = `query ($of: [_Any!]!) { _entities(representations: $of) {
  __typename ... on Contact { id latestSubmission { id } submissions { edges { node { id } } } }
  ... on Photo { id edited { url } } ... on Submission { id reviewedDigest } } }`;

test("another account's rows do not exist: by id, as entity, in a list, for submitting", async () => {
  const anna = await submitted();
  const stranger = await world.newcomer();
  const of = [
    { __typename: "Contact", id: contactGid(anna.contact.contactId) },
    { __typename: "Photo", id: anna.photoId },
    { __typename: "Submission", id: anna.submissionId },
  ];
  const viewers = [member(stranger.accountId, "owner"), stranger, client(stranger.accountId, "hr_sync", [])];
  for (const viewer of viewers) {
    const entities = await ask<{ _entities: unknown[] }>(world.media, viewer, ENTITIES, { of });
    expect(entities).toEqual({ data: { _entities: [null, null, null] } });
    const roots = await ask(
      world.media,
      viewer,
      `query ($p: ID!, $s: ID!) { photo(id: $p) { id } submission(id: $s) { id } }`,
      {
        p: anna.photoId,
        s: anna.submissionId,
      },
    );
    expect(roots.data).toEqual({ photo: null, submission: null });
    expect(roots.errors!.map(({ extensions }) => extensions.code)).toEqual(["NOT_FOUND", "NOT_FOUND"]);
    const list = await ask<{ submissions: { edges: [] } }>(
      world.media,
      viewer,
      `{ submissions { edges { node { id } } } }`,
    );
    expect(list.data!.submissions.edges).toEqual([]);
  }
  const foreign = await submit(world.media, stranger, { photoId: anna.photoId, reviewedDigest: "x" });
  expect(foreign.errors![0]!.extensions.code).toBe("NOT_FOUND");
});

test("another contact of the same account does not exist for a contact", async () => {
  const anna = await submitted();
  const ben = await world.addContact(anna.contact.accountId, anna.contact.studioId);
  expect(await seenBy(ben, anna)).toEqual({ edited: "NOT_FOUND", original: "NOT_FOUND" });
  const answer = await submit(world.media, ben, { photoId: anna.photoId, reviewedDigest: "x" });
  expect(answer.errors![0]!.extensions.code).toBe("NOT_FOUND");
});

test("an id of another type, or none at all, is not found", async () => {
  const anna = await submitted();
  for (const id of [anna.submissionId, "nonsense", "", toGlobalId("Photo", newId())]) {
    expect((await askPhoto(world.media, anna.contact, id)).errors![0]!.extensions.code).toBe("NOT_FOUND");
  }
});

test("refuses to submit a second time", async () => {
  const anna = await submitted();
  const { data } = await submit(world.media, anna.contact, { photoId: anna.photoId, reviewedDigest: "x" });
  expect(data!.submitPhoto.__typename).toBe("SubmissionClosed");
});

test("takes no submission while processing of the contact's data is restricted", async () => {
  const anna = await world.newcomer();
  const [photoId, submissionId] = [newId(), newId()];
  const seed = { ...anna, photoId, submissionId, status: "in_review" as const, createdAt: new Date() };
  await seedSubmissions(world.options, anna.accountId, [seed]);
  await world.sql`update identity.published_contact set restricted_at = now() where id = ${anna.contactId}`;
  const input = { photoId: toGlobalId("Photo", photoId), reviewedDigest: "x" };
  const refused = await submit(world.media, anna, input);
  expect(refused.errors!.map(({ extensions }) => extensions.code)).toEqual(["FORBIDDEN"]);
  await world.sql`update identity.published_contact set restricted_at = null where id = ${anna.contactId}`;
  const { data } = await submit(world.media, anna, input);
  expect(data!.submitPhoto.__typename).not.toBe("SubmitPhotoPayload");
});
