import { afterAll, beforeAll, expect, test } from "vitest";
import type { ContactViewer, Viewer } from "@studio/kit/auth/viewer.js";
import { newId } from "@studio/kit/id.js";
import { parseGlobalId } from "@studio/kit/paging/global-id.js";
import { ask } from "../../test/contact-client.js";
import { addShot, change, submissionOf, type Outcome } from "../../test/review-client.js";
import { client, member } from "../../test/viewers.js";
import { openWorld, type World } from "../../test/world.js";

let world: World;
beforeAll(async () => void (world = await openWorld({ workers: false })));
afterAll(() => world.close());

const seen = ({ id, version }: { id: string; version: number }) => ({ id, version });

async function eventsOf({ accountId }: ContactViewer): Promise<string[]> {
  const rows = await world.sql`select type from events.event where account_id = ${accountId} order by position`;
  return rows.map((row) => row["type"] as string);
}

test("an admin accepts, rejects for a reason, and asks for a retake; each is audited and announced", async () => {
  const anna = await world.newcomer();
  const admin = member(anna.accountId, "admin");
  const subjects = [await submissionOf(world, anna), await submissionOf(world, anna), await submissionOf(world, anna)];
  const why = { reason: "BLURRED", message: "  Once more, please.\nHold still. " };
  const done = [
    await change(world, admin, "acceptSubmission", seen(subjects[0]!)),
    await change(world, admin, "rejectSubmission", { ...seen(subjects[1]!), ...why }),
    await change(world, admin, "requestRetake", { ...seen(subjects[2]!), ...why }),
  ];
  expect(done.map(({ submission }) => submission?.status)).toEqual(["ACCEPTED", "REJECTED", "IN_REVIEW"]);
  const types = ["submission.accepted", "submission.rejected", "submission.retake_requested"];
  expect(await eventsOf(anna)).toEqual(types);
  const audit = await world.sql`select action, actor_id, reason from compliance.audit_log
    where account = ${anna.accountId} and action like 'submission.%ed' and actor_id = ${admin.memberId}`;
  expect(audit.map((row) => [row["action"], row["reason"]])).toEqual([
    [types[0], null],
    [types[1], "BLURRED"],
    [types[2], "BLURRED"],
  ]);
  const query = `query ($id: ID!) { submission(id: $id) { review { decision reason message } } }`;
  const review = async (viewer: Viewer) =>
    (await ask<{ submission: { review: object } }>(world.media, viewer, query, { id: subjects[1]!.id })).data!
      .submission.review;
  const said = { decision: "REJECTED", reason: "BLURRED", message: "Once more, please.\nHold still." };
  expect(await review(anna)).toEqual(said);
  expect(await review(admin)).toEqual(said);
  expect(await review(client(anna.accountId, "hr_sync", []))).toEqual({ ...said, message: null });
  const [stored] = await world.sql`select review_message from media.submission where review_reason is not null limit 1`;
  expect((stored!["review_message"] as Buffer).includes("Once more")).toBe(false);
});

test("a reviewer's words are read under whichever shot is chosen, also one that came from another contact by a merge", async () => {
  const anna = await world.newcomer();
  const duplicate = await world.addContact(anna.accountId, anna.studioId);
  const [subject, shot] = [await submissionOf(world, anna), await submissionOf(world, anna, "in_review")];
  await addShot(world, subject, shot);
  await world.sql`update media.photo set sealed_for = ${duplicate.contactId} where id = ${parseGlobalId(subject.photoId)!.id}`;
  const why = { reason: "BLURRED", message: "Hold still." };
  await change(world, member(anna.accountId, "admin"), "requestRetake", { ...seen(subject), ...why });
  expect((await change(world, anna, "choosePhoto", { photoId: shot.photoId })).kind).toBe("ChoosePhotoPayload");
  const query = `query ($id: ID!) { submission(id: $id) { photo { id } review { message } } }`;
  const { data } = await ask<{ submission: object }>(world.media, anna, query, { id: subject.id });
  expect(data!.submission).toEqual({ photo: { id: shot.photoId }, review: { message: "Hold still." } });
});

test("of twenty reviewers at once one wins, and the others are told what it became", async () => {
  const anna = await world.newcomer();
  const subject = await submissionOf(world, anna);
  const verbs = ["acceptSubmission", "rejectSubmission", "requestRetake"];
  const outcomes = await Promise.all(
    Array.from({ length: 20 }, (_, index) => {
      const verb = verbs[index % 3]!;
      const reason = verb === "acceptSubmission" ? {} : { reason: "OTHER" };
      return change(world, member(anna.accountId, "admin"), verb, { ...seen(subject), ...reason });
    }),
  );
  const [winner, ...more] = outcomes.filter(({ kind }) => kind.endsWith("Payload"));
  expect(more).toEqual([]);
  const losers = outcomes.filter(({ kind }) => kind === "SubmissionVersionConflict");
  expect(losers).toHaveLength(19);
  for (const { submission } of losers) expect(submission).toEqual(winner!.submission);
  expect(await eventsOf(anna)).toHaveLength(1);
});

test("accepts many in one call, each as it was seen, and tells what became of each", async () => {
  const anna = await world.newcomer();
  const stranger = await world.newcomer();
  const ben = await world.addContact(anna.accountId, anna.studioId, { restricted: true });
  const [one, two, stale] = [
    await submissionOf(world, anna),
    await submissionOf(world, anna),
    await submissionOf(world, anna),
  ];
  const foreign = await submissionOf(world, stranger);
  const restricted = await submissionOf(world, ben);
  const list = [seen(one), { ...seen(stale), version: 1 }, seen(foreign), seen(restricted), seen(two), seen(two)];
  const accept = (viewer: Viewer, submissions: object[]) =>
    ask<{ acceptSubmissions: { results: { id: string; submission: object | null; error: Outcome | null }[] } }>(
      world.media,
      viewer,
      `mutation ($input: AcceptSubmissionsInput!) { acceptSubmissions(input: $input) {
        results { id submission { status } error { kind: __typename ... on UserError { path } } } } }`,
      { input: { submissions } },
    );
  const { data } = await accept(member(anna.accountId, "owner"), list);
  const { results } = data!.acceptSubmissions;
  expect(results.map(({ id }) => id)).toEqual(list.map(({ id }) => id));
  expect(results.map(({ error }) => error?.kind ?? null)).toEqual([
    null,
    "SubmissionVersionConflict",
    "SubmissionNotFound",
    "ProcessingRestricted",
    null,
    "SubmissionVersionConflict",
  ]);
  expect(results[2]!.submission).toBeNull();
  expect(await eventsOf(anna)).toEqual(["submission.accepted", "submission.accepted"]);
  for (const wrong of [[], Array.from({ length: 101 }, () => seen(one))]) {
    const { errors } = await accept(member(anna.accountId, "owner"), wrong);
    expect(errors![0]!.extensions.code).toBe("BAD_USER_INPUT");
  }
});

test("who reviews: owner and admins; coordinators for their groups where the studio says so; nobody else", async () => {
  const group = newId();
  const decided = async (studio: object, viewerOf: (accountId: string) => Viewer): Promise<string> => {
    const anna = await world.newcomer({ groupIds: [group], studio });
    const subject = await submissionOf(world, anna);
    return (await change(world, viewerOf(anna.accountId), "acceptSubmission", seen(subject))).kind;
  };
  const open = { coordinatorsReview: true };
  const rows: [object, (accountId: string) => Viewer, string][] = [
    [{}, (id) => member(id, "owner"), "AcceptSubmissionPayload"],
    [{}, (id) => member(id, "admin"), "AcceptSubmissionPayload"],
    [{}, (id) => member(id, "coordinator", [group]), "FORBIDDEN"],
    [open, (id) => member(id, "coordinator", [group]), "AcceptSubmissionPayload"],
    [open, (id) => member(id, "coordinator", [newId()]), "NOT_FOUND"],
    [open, (id) => member(id, "privacy_officer"), "FORBIDDEN"],
    [open, (id) => client(id, "integration", ["contacts:read", "photos:read"]), "FORBIDDEN"],
    [open, (accountId) => ({ kind: "anonymous", accountId }), "UNAUTHENTICATED"],
    [open, () => member(newId(), "owner"), "NOT_FOUND"],
  ];
  for (const [studio, viewerOf, kind] of rows) expect([kind, await decided(studio, viewerOf)]).toEqual([kind, kind]);
});

test("nothing is decided about a contact under restriction, nor with words that cannot be kept", async () => {
  const anna = await world.newcomer();
  const admin = member(anna.accountId, "admin");
  const subject = await submissionOf(world, anna);
  for (const message of ["x".repeat(1_001), "\u0000", "\ud83d"]) {
    const { kind } = await change(world, admin, "acceptSubmission", { ...seen(subject), message });
    expect(kind).toBe("InvalidReviewMessage");
  }
  await world.sql`update identity.published_contact set restricted_at = now() where id = ${anna.contactId}`;
  expect((await change(world, admin, "acceptSubmission", seen(subject))).kind).toBe("ProcessingRestricted");
  expect((await change(world, anna, "withdrawSubmission", { id: subject.id })).kind).toBe("FORBIDDEN");
  expect(await eventsOf(anna)).toEqual([]);
});

test("of a submission that nobody submitted yet no decision says that it is too late", async () => {
  const anna = await world.newcomer();
  const early = await submissionOf(world, anna, "in_review");
  expect(await change(world, member(anna.accountId, "admin"), "acceptSubmission", seen(early))).toMatchObject({
    kind: "SubmissionStateConflict",
    status: "IN_REVIEW",
    message: "This cannot be done to the submission as it is now. Read it again.",
  });
});

test("the queue of what awaits review is a list like any other, the longest waiting first", async () => {
  const anna = await world.newcomer();
  world.clock.reset();
  const first = await submissionOf(world, anna);
  await submissionOf(world, anna, "in_review");
  world.clock.advance(60_000);
  const second = await submissionOf(world, anna);
  const query = `{ submissions(filter: { status: [AWAITING_ADMIN] }, orderBy: { field: SUBMITTED_AT, direction: ASC }) {
    totalCount edges { node { id version } } } }`;
  const { data } = await ask<{ submissions: { edges: { node: { id: string } }[] } }>(
    world.media,
    member(anna.accountId, "admin"),
    query,
  );
  expect(data!.submissions.edges.map(({ node }) => node.id)).toEqual([first.id, second.id]);
});

test("a contact of the account does not exist for another contact's verbs", async () => {
  const anna = await world.newcomer();
  const ben = await world.addContact(anna.accountId, anna.studioId);
  const subject = await submissionOf(world, anna);
  expect((await change(world, ben, "withdrawSubmission", { id: subject.id })).kind).toBe("NOT_FOUND");
  expect((await change(world, ben, "choosePhoto", { photoId: subject.photoId })).kind).toBe("NOT_FOUND");
});
