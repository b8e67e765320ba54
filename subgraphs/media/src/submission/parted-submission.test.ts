import { afterAll, beforeAll, expect, test } from "vitest";
import type { ContactViewer } from "@studio/kit/auth/viewer.js";
import { newId } from "@studio/kit/id.js";
import { parseGlobalId } from "@studio/kit/paging/global-id.js";
import { ask, submit } from "../../test/contact-client.js";
import { openContactMoves } from "../../test/contact-moves.js";
import { addShot, change, submissionOf, type Subject } from "../../test/review-client.js";
import { member } from "../../test/viewers.js";
import { openWorld, type World } from "../../test/world.js";

let world: World;
let moves: ReturnType<typeof openContactMoves>;
beforeAll(async () => {
  world = await openWorld({ workers: false });
  moves = openContactMoves(world);
});
afterAll(async () => {
  await moves.close();
  await world.close();
});

interface Seen {
  id: string;
  version: number;
  status: string;
  reviewedDigest: string | null;
  submittedAt: string | null;
  photo: { id: string };
  shots: { id: string }[];
  review: { decision: string; message: string | null } | null;
}

/** The submissions that a contact is shown as theirs. */
async function seenBy(viewer: ContactViewer): Promise<Seen[]> {
  const { data, errors } = await ask<{ submissions: { edges: { node: Seen }[] } }>(
    world.media,
    viewer,
    `{ submissions(first: 9) { edges { node { id version status reviewedDigest submittedAt photo { id } shots { id }
      review { decision message } } } } }`,
  );
  if (!data) throw new Error(JSON.stringify(errors));
  return data.submissions.edges.map(({ node }) => node);
}

/** A duplicate's submission, of which they took one shot, and since a merge that can be undone the survivor another. */
async function sharedSubmission() {
  const duplicate = await world.newcomer({ studio: { reviewMode: "by_admin" } });
  const survivor = await world.addContact(duplicate.accountId, duplicate.studioId);
  const before = await submissionOf(world, duplicate, "in_review");
  const receipt = await moves.move(duplicate, survivor);
  const added = await submissionOf(world, survivor, "in_review");
  await addShot(world, before, added);
  const admin = member(duplicate.accountId, "admin");
  const decide = async (verb: string, said: object = {}) => {
    const [{ id, version }] = (await seenBy(survivor)) as [Seen];
    await change(world, admin, verb, { id, version, ...said });
  };
  const submitShot = ({ photoId, digest }: Subject) =>
    submit(world.media, survivor, { photoId, reviewedDigest: digest });
  const undo = async () => {
    const parted = await moves.giveBack(survivor, duplicate, receipt);
    return { parted, theirs: await seenBy(duplicate), own: await seenBy(survivor) };
  };
  return { duplicate, survivor, before, added, decide, submitShot, undo };
}

const UNSUBMITTED = { status: "IN_REVIEW", reviewedDigest: null, submittedAt: null, review: null };
const WHY = { reason: "BLURRED", message: "Hold still." };

/** The picture alone, as the only shot. */
const only = ({ photoId }: Subject) => ({ photo: { id: photoId }, shots: [{ id: photoId }] });

test.each([
  ["submitted", "AWAITING_ADMIN", null],
  ["acceptSubmission", "ACCEPTED", { decision: "ACCEPTED", message: null }],
  ["rejectSubmission", "REJECTED", { decision: "REJECTED", message: WHY.message }],
  ["requestRetake", "IN_REVIEW", { decision: "RETAKE_REQUESTED", message: WHY.message }],
])(
  "what became of the survivor's shot (%s) stays with it; the duplicate's is reviewed anew",
  async (verb, status, review) => {
    const { before, added, decide, submitShot, undo } = await sharedSubmission();
    await submitShot(added);
    if (verb !== "submitted") await decide(verb, verb === "acceptSubmission" ? {} : WHY);
    const { parted, theirs, own } = await undo();
    expect(theirs).toEqual([{ id: before.id, version: expect.any(Number), ...UNSUBMITTED, ...only(before) }]);
    expect(own).toEqual([
      {
        id: expect.any(String),
        version: 1,
        status,
        reviewedDigest: added.digest,
        submittedAt: expect.any(String),
        review,
        ...only(added),
      },
    ]);
    expect(parted).toMatchObject([{ takenBack: status !== "IN_REVIEW" }]);
  },
);

test("what became of the duplicate's own shot stays with it; the survivor's goes", async () => {
  const { before, added, decide, submitShot, undo } = await sharedSubmission();
  await submitShot(before);
  await decide("rejectSubmission", WHY);
  const { parted, theirs, own } = await undo();
  const review = { decision: "REJECTED", message: WHY.message };
  expect(theirs).toMatchObject([
    { id: before.id, status: "REJECTED", reviewedDigest: before.digest, review, ...only(before) },
  ]);
  expect(own).toMatchObject([{ ...UNSUBMITTED, ...only(added) }]);
  expect(parted).toMatchObject([{ takenBack: false }]);
});

test("words about one person's shot are not shown to the other, whichever was chosen since", async () => {
  const first = await sharedSubmission();
  await first.submitShot(first.added);
  await first.decide("requestRetake", WHY);
  await change(world, first.survivor, "choosePhoto", { photoId: first.before.photoId });
  const { theirs, own } = await first.undo();
  expect(theirs).toMatchObject([{ ...UNSUBMITTED, ...only(first.before) }]);
  expect(own).toMatchObject([
    { status: "IN_REVIEW", review: { decision: "RETAKE_REQUESTED", message: null }, ...only(first.added) },
  ]);
  const second = await sharedSubmission();
  await second.submitShot(second.before);
  await second.decide("requestRetake", WHY);
  await change(world, second.survivor, "choosePhoto", { photoId: second.added.photoId });
  const undone = await second.undo();
  expect(undone.own).toMatchObject([{ ...UNSUBMITTED, ...only(second.added) }]);
  expect(undone.theirs).toMatchObject([
    { review: { decision: "RETAKE_REQUESTED", message: null }, ...only(second.before) },
  ]);
  const again = { photoId: second.before.photoId, reviewedDigest: second.before.digest };
  expect((await submit(world.media, second.duplicate, again)).data!.submitPhoto.__typename).toBe("RetakeNeeded");
});

test("a draft whose shots have not come in yet is parted into drafts, each of its own shot", async () => {
  const { before, added, duplicate, survivor, undo } = await sharedSubmission();
  const photos = [before, added].map(({ photoId }) => parseGlobalId(photoId)!.id);
  await world.sql`update media.photo set status = 'processing' where id = any(${photos})`;
  await world.sql`update media.submission set status = 'draft', photo_id = ${photos[1]!} where photo_id = any(${photos})`;
  await undo();
  expect(await seenBy(duplicate)).toMatchObject([{ id: before.id, status: "DRAFT", ...only(before) }]);
  expect(await seenBy(survivor)).toMatchObject([{ status: "DRAFT", ...only(added) }]);
});

test("whoever selected the submission has selected both halves, and neither shows another than its contact", async () => {
  const { before, added, duplicate, decide, submitShot, undo } = await sharedSubmission();
  const { accountId, studioId } = duplicate;
  const [id, galleryId] = [newId(), newId()];
  const submissionId = parseGlobalId(before.id)!.id;
  await world.sql`insert into media.gallery (account_id, id, studio_id, name, whole_studio, link_digest, expires_at, created_at)
    values (${accountId}, ${galleryId}, ${studioId}, 'Team', false, '', now(), now())`;
  await world.sql`insert into media.gallery_item values (${accountId}, ${galleryId}, ${submissionId})`;
  await world.sql`insert into media.collection (account_id, id, studio_id, name, whole_studio, state, removes_at, created_at)
    values (${accountId}, ${id}, ${studioId}, 'Spring', false, 'removing', now(), now())`;
  await world.sql`insert into media.collection_item values (${accountId}, ${id}, ${submissionId})`;
  await submitShot(added);
  await decide("acceptSubmission");
  const { parted } = await undo();
  const both = [submissionId, parted[0]!.parted.submissionId].toSorted();
  for (const table of ["gallery_item", "collection_item"]) {
    const rows = await world.sql`select submission_id from media.${world.sql(table)} where account_id = ${accountId}`;
    expect(rows.map((row) => row["submission_id"] as string).toSorted()).toEqual(both);
  }
  const rows = await world.sql`select s.contact_id as owner, p.contact_id as person from media.submission s
    join media.photo p on p.id = s.photo_id where s.account_id = ${accountId}`;
  expect(rows.filter(({ owner, person }) => owner !== person)).toEqual([]);
});
