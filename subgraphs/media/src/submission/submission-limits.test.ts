import { afterAll, beforeAll, expect, test } from "vitest";
import { minuteMs } from "@studio/kit/clock.js";
import { newId } from "@studio/kit/id.js";
import { toGlobalId } from "@studio/kit/paging/global-id.js";
import { portrait } from "../../samples/pictures.js";
import { askUpload, ask, send, submit } from "../../test/contact-client.js";
import { addShot, change, submissionOf, type Subject } from "../../test/review-client.js";
import { member } from "../../test/viewers.js";
import { openWorld, type World } from "../../test/world.js";

let world: World;
beforeAll(async () => void (world = await openWorld({ workers: false })));
afterAll(() => world.close());

async function submitted(contact: Parameters<typeof submit>[1], { photoId, digest }: Subject): Promise<string> {
  const { data, errors } = await submit(world.media, contact, { photoId, reviewedDigest: digest });
  return data?.submitPhoto.__typename ?? errors![0]!.extensions.code;
}

const countBy = (names: string[]) =>
  Object.fromEntries([...Map.groupBy(names, (name) => name)].map(([name, all]) => [name, all.length]));

test("of fifty who submit at once to a studio for one, one wins; once that is taken back, one more does", async () => {
  const accountId = newId();
  const studioId = await world.addStudio(accountId, { capacity: 1 });
  const people = await Promise.all(Array.from({ length: 50 }, () => world.addContact(accountId, studioId)));
  const subjects: Subject[] = [];
  for (const person of people) subjects.push(await submissionOf(world, person, "in_review"));
  const race = () => Promise.all(people.map((person, index) => submitted(person, subjects[index]!)));
  expect(countBy(await race())).toEqual({ SubmitPhotoPayload: 1, StudioFull: 49 });
  const [standing] = await world.sql`select id, contact_id from media.submission
    where account_id = ${accountId} and status = 'submitted'`;
  const winner = people.findIndex(({ contactId }) => contactId === standing!["contact_id"]);
  expect(await change(world, people[winner]!, "withdrawSubmission", { id: subjects[winner]!.id })).toMatchObject({
    submission: { status: "WITHDRAWN" },
  });
  expect(countBy(await race())).toEqual({ SubmitPhotoPayload: 1, StudioFull: 49 });
});

test("a contact submits as often as the studio takes of one, also with ten at once", async () => {
  const anna = await world.newcomer({ studio: { submissionsPerContact: 2 } });
  const subjects: Subject[] = [];
  for (let shot = 0; shot < 10; shot += 1) subjects.push(await submissionOf(world, anna, "in_review"));
  const outcomes = await Promise.all(subjects.map((subject) => submitted(anna, subject)));
  expect(countBy(outcomes)).toEqual({ SubmitPhotoPayload: 2, SubmissionLimitReached: 8 });
  const ben = await world.addContact(anna.accountId, anna.studioId);
  expect(await submitted(ben, await submissionOf(world, ben, "in_review"))).toBe("SubmitPhotoPayload");
});

test("what was taken back counts like any other when it is submitted anew: one place is never taken twice", async () => {
  const anna = await world.newcomer({ studio: { submissionsPerContact: 1 } });
  const [first, second] = [await submissionOf(world, anna, "in_review"), await submissionOf(world, anna, "in_review")];
  expect(await submitted(anna, first)).toBe("SubmitPhotoPayload");
  await change(world, anna, "withdrawSubmission", { id: first.id });
  expect(await submitted(anna, second)).toBe("SubmitPhotoPayload");
  expect(await submitted(anna, first)).toBe("SubmissionLimitReached");
  await change(world, anna, "withdrawSubmission", { id: second.id });
  const raced = await Promise.all([first, second, first, second].map((subject) => submitted(anna, subject)));
  expect(raced.filter((kind) => kind === "SubmitPhotoPayload")).toHaveLength(1);
});

test("takes photos and submissions within its time, by the clock", async () => {
  const now = world.clock.now().getTime();
  const times = { opensAt: new Date(now + minuteMs), closesAt: new Date(now + 3 * minuteMs) };
  const anna = await world.newcomer({ studio: times });
  const subject = await submissionOf(world, anna, "in_review");
  const upload = async () => (await askUpload(world.media, anna, { contentType: "image/png", bytes: 9 })).data!;
  const closed = { createPhotoUpload: { __typename: "UploadRefused", reason: "STUDIO_CLOSED" } };
  expect(await upload()).toMatchObject(closed);
  expect(await submitted(anna, subject)).toBe("StudioNotOpen");
  world.clock.advance(minuteMs);
  expect((await upload()).createPhotoUpload.__typename).toBe("CreatePhotoUploadPayload");
  world.clock.advance(2 * minuteMs);
  expect(await upload()).toMatchObject(closed);
  expect(await submitted(anna, subject)).toBe("StudioNotOpen");
  world.clock.reset();
});

test("a contact begins ten submissions without a photo, however many at once, and each of their studios has its own", async () => {
  const anna = await world.newcomer();
  const announced = { contentType: "image/png", bytes: portrait.length };
  const begin = async (viewer = anna) => (await askUpload(world.media, viewer, announced)).data!.createPhotoUpload;
  const asked = await Promise.all(Array.from({ length: 30 }, () => begin()));
  const opened = asked.filter(({ __typename }) => __typename === "CreatePhotoUploadPayload");
  const drafts = await world.sql`select id from media.submission where account_id = ${anna.accountId}`;
  expect([opened.length, drafts.length]).toEqual([10, 10]);
  const refused = { __typename: "UploadRefused", reason: "TOO_MANY_OPEN_UPLOADS", path: ["input"] };
  for (const other of asked.filter((one) => !opened.includes(one))) expect(other).toMatchObject(refused);
  const withdrawn = await change(world, anna, "withdrawSubmission", {
    id: toGlobalId("Submission", drafts[0]!["id"] as string),
  });
  expect(withdrawn.kind).toBe("WithdrawSubmissionPayload");
  expect(await begin()).toMatchObject(refused);
  const elsewhere = { ...anna, studioId: await world.addStudio(anna.accountId) };
  expect((await begin(elsewhere)).__typename).toBe("CreatePhotoUploadPayload");
  expect((await begin(await world.addContact(anna.accountId, anna.studioId))).__typename).toBe(
    "CreatePhotoUploadPayload",
  );
  expect((await send(world.media, opened[0]!, portrait)).status).toBe(204);
  expect((await begin()).__typename).toBe("CreatePhotoUploadPayload");
  expect(await begin()).toMatchObject(refused);
});

test("a withdrawn submission is submitted anew; after a retake is asked for, another version is", async () => {
  const anna = await world.newcomer({ studio: { reviewMode: "by_admin" } });
  const subject = await submissionOf(world, anna, "awaiting_admin");
  expect((await change(world, anna, "withdrawSubmission", { id: subject.id })).kind).toBe("WithdrawSubmissionPayload");
  expect(await change(world, anna, "withdrawSubmission", { id: subject.id })).toMatchObject({
    kind: "SubmissionStateConflict",
    status: "WITHDRAWN",
  });
  expect(await submitted(anna, subject)).toBe("SubmitPhotoPayload");
  const retake = { id: subject.id, version: subject.version + 2, reason: "DRESS_CODE" };
  const asked = await change(world, member(anna.accountId, "admin"), "requestRetake", retake);
  expect(asked).toMatchObject({ submission: { status: "IN_REVIEW" } });
  expect(await submitted(anna, subject)).toBe("RetakeNeeded");
  await change(world, anna, "withdrawSubmission", { id: subject.id });
  expect(await submitted(anna, subject)).toBe("RetakeNeeded");
});

test("no version instead of which another was asked for is taken again, however many came between", async () => {
  const anna = await world.newcomer({ studio: { reviewMode: "by_admin" } });
  const [first, second] = [await submissionOf(world, anna), await submissionOf(world, anna, "in_review")];
  await addShot(world, first, second);
  const retake = async (version: number) =>
    (await change(world, member(anna.accountId, "admin"), "requestRetake", { id: first.id, version, reason: "OTHER" }))
      .kind;
  expect(await retake(first.version)).toBe("RequestRetakePayload");
  expect(await submitted(anna, second)).toBe("SubmitPhotoPayload");
  expect(await retake(first.version + 2)).toBe("RequestRetakePayload");
  for (const shot of [first, second]) expect(await submitted(anna, shot)).toBe("RetakeNeeded");
});

test("a contact adds shots to a submission, chooses among those that are ready, and keeps the rest to themselves", async () => {
  const anna = await world.newcomer();
  const subject = await submissionOf(world, anna, "in_review");
  const other = await submissionOf(world, anna, "in_review");
  const add = () =>
    ask<{ createPhotoUpload: { __typename: string; reason?: string; photo?: { id: string } } }>(
      world.media,
      anna,
      `mutation ($input: CreatePhotoUploadInput!) { createPhotoUpload(input: $input) { __typename
        ... on CreatePhotoUploadPayload { photo { id } submission { id } } ... on UploadRefused { reason } } }`,
      { input: { contentType: "image/png", bytes: 9, submissionId: subject.id } },
    );
  const { photo } = (await add()).data!.createPhotoUpload;
  expect((await change(world, anna, "choosePhoto", { photoId: photo!.id })).kind).toBe("PhotoNotReady");
  await addShot(world, subject, other);
  expect(await change(world, anna, "choosePhoto", { photoId: other.photoId })).toMatchObject({
    kind: "ChoosePhotoPayload",
    submission: { id: subject.id, version: subject.version + 1 },
  });
  expect(await submitted(anna, { ...subject, photoId: other.photoId, digest: other.digest })).toBe(
    "SubmitPhotoPayload",
  );
  const rest = await submit(world.media, anna, { photoId: subject.photoId, reviewedDigest: subject.digest });
  expect(rest.data!.submitPhoto).toMatchObject({
    __typename: "SubmissionClosed",
    message: "This photo's submission is with the studio already, or is over.",
  });
  const shots = `query ($id: ID!) { submission(id: $id) { photo { id } shots { id } } }`;
  const own = await ask<{ submission: { shots: { id: string }[] } }>(world.media, anna, shots, { id: subject.id });
  expect(own.data!.submission).toMatchObject({ photo: { id: other.photoId } });
  expect(own.data!.submission.shots).toHaveLength(3);
  const owner = await ask(world.media, member(anna.accountId, "owner"), shots, { id: subject.id });
  expect(owner.data).toEqual({ submission: { photo: { id: other.photoId }, shots: null } });
  expect((await add()).data!.createPhotoUpload).toMatchObject({ reason: "SUBMISSION_CLOSED" });
  expect((await change(world, anna, "choosePhoto", { photoId: subject.photoId })).kind).toBe("SubmissionStateConflict");
});
