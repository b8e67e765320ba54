import { afterAll, beforeAll, expect, test, vi } from "vitest";
import type { ContactViewer } from "@studio/kit/auth/viewer.js";
import { dayMs } from "@studio/kit/clock.js";
import { parseGlobalId } from "@studio/kit/paging/global-id.js";
import { openCollections } from "../../test/collections.js";
import { ask } from "../../test/contact-client.js";
import { submissionOf, type Subject } from "../../test/review-client.js";

let home: Awaited<ReturnType<typeof openCollections>>;
beforeAll(async () => void (home = await openCollections()));
afterAll(() => home.close());

test("a restriction that comes while a batch is removed holds for the rest of it", async () => {
  const { world, services, people } = home;
  const [first, second] = [people[1]!, people[2]!];
  const subjects = [await submissionOf(world, first), await submissionOf(world, second)];
  const { id } = await home.makeCollection({ submissionIds: subjects.map((subject) => subject.id) });
  const { token, submissions } = await home.preview(id);
  expect(submissions).toBe(2);
  await home.change("removeCollection", { id, token });
  world.clock.advance(8 * dayMs);
  let deleted = 0;
  const restrictingOnce = Object.assign(Object.create(services.objects) as typeof services.objects, {
    delete: async (key: string) => {
      deleted += 1;
      await world.sql`update identity.published_contact set restricted_at = now() where id = ${second.contactId}`;
      await services.objects.delete(key);
    },
  });
  await home.run(id, { objects: restrictingOnce });
  const rows = await world.sql`select status from media.submission
    where id in ${world.sql(subjects.map((subject) => parseGlobalId(subject.id)!.id))} order by id`;
  expect(rows.map((row) => row["status"] as string)).toEqual(["purged", "awaiting_admin"]);
  expect(deleted).toBe(2);
  world.clock.reset();
});

/** What asking for one more shot of a submission answers. */
async function addShot(contact: ContactViewer, { id: submissionId }: Subject) {
  const { data } = await ask<{ createPhotoUpload: { kind: string; reason?: string } }>(
    home.world.media,
    contact,
    `mutation ($input: CreatePhotoUploadInput!) { createPhotoUpload(input: $input) { kind: __typename
      ... on UploadRefused { reason } } }`,
    { input: { contentType: "image/png", bytes: 1_000, submissionId } },
  );
  return data!.createPhotoUpload;
}

const REFUSED = { kind: "UploadRefused", reason: "SUBMISSION_BEING_REMOVED" };

test("P13: a submission whose removal was confirmed takes no shot, until that is called off", async () => {
  const contact = home.people[3]!;
  const subject = await submissionOf(home.world, contact, "in_review");
  const { id } = await home.makeCollection({ submissionIds: [subject.id] });
  const { token } = await home.preview(id);
  expect((await home.change("removeCollection", { id, token })).kind).toBe("RemoveCollectionPayload");
  expect(await addShot(contact, subject)).toEqual(REFUSED);
  await home.change("cancelCollectionRemoval", { id });
  expect((await addShot(contact, subject)).kind).toBe("CreatePhotoUploadPayload");
});

/** Lets nobody finish a change until all wait to, each begun once the one before waits. */
async function atOnce<T>(changes: (() => Promise<T>)[]): Promise<T[]> {
  const { sql } = home.world;
  const [locked, release] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const holding = sql.begin(async (tx) => {
    await tx`lock table compliance.audit_log in exclusive mode`;
    locked.resolve();
    await release.promise;
  });
  await locked.promise;
  const begun: Promise<T>[] = [];
  for (const begin of changes) {
    begun.push(begin());
    await vi.waitUntil(async () => {
      const [waiting] = await sql`select count(*)::int as count from pg_stat_activity where wait_event_type = 'Lock'`;
      return waiting!["count"] === begun.length;
    }, 15_000);
  }
  release.resolve();
  await holding;
  return Promise.all(begun);
}

test("P13: a shot that is being added while the removal is confirmed changes the set, or is refused", async () => {
  const contact = home.people[3]!;
  const subject = await submissionOf(home.world, contact, "in_review");
  const { id } = await home.makeCollection({ submissionIds: [subject.id] });
  const add = () => addShot(contact, subject);
  const confirm = async () => home.change("removeCollection", { id, token: (await home.preview(id)).token });
  const shotFirst = await atOnce<{ kind: string }>([add, confirm]);
  expect(shotFirst.map(({ kind }) => kind)).toEqual(["CreatePhotoUploadPayload", "RemovalSetChanged"]);
  const removalFirst = await atOnce<{ kind: string }>([confirm, add]);
  expect(removalFirst).toMatchObject([{ kind: "RemoveCollectionPayload" }, REFUSED]);
  expect(await home.preview(id)).toMatchObject({ photos: 2 });
});
