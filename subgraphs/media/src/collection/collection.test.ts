import { readdir } from "node:fs/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { dayMs } from "@studio/kit/clock.js";
import { newId } from "@studio/kit/id.js";
import { parseGlobalId, toGlobalId } from "@studio/kit/paging/global-id.js";
import { openCollections } from "../../test/collections.js";
import { member, studioGid } from "../../test/viewers.js";

let home: Awaited<ReturnType<typeof openCollections>>;
beforeAll(async () => {
  home = await openCollections();
});
afterAll(() => home.close());

const change: typeof home.change = (...asked) => home.change(...asked);
const preview = (id: string) => home.preview(id);
const make = (input?: Record<string, unknown>) => home.makeCollection(input);
const run = (id: string) => home.run(id);

async function objects(): Promise<number> {
  const files = await readdir(home.world.options.objectDirectory, { recursive: true, withFileTypes: true });
  return files.filter((file) => file.isFile() && file.parentPath.includes(home.people[0]!.accountId)).length;
}

test("a removal that is called off, or whose set changed, removes nothing", async () => {
  const { id } = await make();
  const before = await preview(id);
  expect(before).toMatchObject({ submissions: 4, contacts: 4, photos: 4, pictures: 8, held: 0 });
  expect(before["bytes"]).toBeGreaterThan(10_000);
  await home.world.sql`update media.submission set version = version + 1 where id = ${home.seeds[0]!.submissionId}`;
  const stale = await change("removeCollection", { id, token: before.token });
  expect(stale).toMatchObject({ kind: "RemovalSetChanged", preview: { submissions: 4 } });
  expect((await change("cancelCollectionRemoval", { id })).kind).toBe("CollectionStateConflict");
  const removing = await change("removeCollection", { id, token: stale.preview!.token });
  expect(removing.collection!.state).toBe("REMOVING");
  const delay = Date.parse(removing.collection!.removesAt!) - home.world.clock.now().getTime();
  expect(delay / dayMs).toBeCloseTo(7, 1);
  home.world.clock.advance(6 * dayMs);
  expect((await change("cancelCollectionRemoval", { id })).collection).toMatchObject({
    state: "KEPT",
    removesAt: null,
  });
  home.world.clock.advance(2 * dayMs);
  await run(id);
  expect((await preview(id))["pictures"]).toBe(8);
  home.world.clock.reset();
});

test("P13: media stays while nobody removes its collection, and is gone for good seven days after staff confirm", async () => {
  const { sql, clock } = home.world;
  const submissionIds = [0, 3].map((index) => toGlobalId("Submission", home.seeds[index]!.submissionId));
  const { id } = await make({ submissionIds });
  const gallery = await home.make({ expiresAt: home.inDays(366) });
  const all = await objects();
  clock.advance(365 * dayMs);
  await run(id);
  expect(await objects()).toBe(all);
  const { token } = await preview(id);
  await change("removeCollection", { id, token });
  clock.advance(7 * dayMs - 60_000);
  await run(id);
  expect(await objects()).toBe(all);
  clock.advance(60_000);
  expect((await change("cancelCollectionRemoval", { id })).kind).toBe("CollectionStateConflict");
  await run(id);
  await run(id);
  expect(await objects()).toBe(all - 4);
  expect((await change("removeCollection", { id, token })).kind).toBe("CollectionStateConflict");
  const rows = await sql`select s.id, s.status, p.status as photo, p.object_key,
      (select count(*)::int from media.derivative d where d.photo_id = p.id) as made
    from media.submission s join media.photo p on p.id = s.photo_id where s.account_id = ${home.people[0]!.accountId}`;
  for (const row of rows) {
    const gone = [0, 3].some((index) => home.seeds[index]!.submissionId === row["id"]);
    expect(row).toMatchObject(gone ? { status: "purged", photo: "purged", object_key: null, made: 0 } : { made: 1 });
  }
  const events = await sql`select ids from events.event where type = 'submission.deleted'`;
  expect(new Set(events.map((row) => row["ids"].submissionId as string))).toEqual(
    new Set([0, 3].map((index) => home.seeds[index]!.submissionId)),
  );
  clock.reset();
  expect((await home.get(`${gallery.url}/photos/${home.photoGid(0)}`)).status).toBe(404);
  expect((await home.get(`${gallery.url}/photos/${home.photoGid(1)}`)).status).toBe(200);
});

test("what is under restriction is kept until that is lifted", async () => {
  const { sql, clock } = home.world;
  const restrict = (at: Date | null) =>
    sql`update identity.published_contact set restricted_at = ${at} where id = ${home.people[1]!.contactId}`;
  await restrict(new Date());
  const { id } = await make();
  const { token, ...counts } = await preview(id);
  expect(counts).toMatchObject({ submissions: 1, held: 1 });
  await change("removeCollection", { id, token });
  clock.advance(8 * dayMs);
  await run(id);
  const status = async (index: number) =>
    (await sql`select status from media.submission where id = ${home.seeds[index]!.submissionId}`)[0]!["status"];
  expect([await status(1), await status(2)]).toEqual(["submitted", "purged"]);
  await restrict(null);
  await run(id);
  expect(await status(1)).toBe("purged");
  const [row] = await sql`select state from media.collection where id = ${parseGlobalId(id)!.id}`;
  expect(row!["state"]).toBe("removed");
  clock.reset();
});

test("collections are for owner and admins of the account", async () => {
  const { id } = await make();
  const { accountId } = home.people[0]!;
  for (const role of ["coordinator", "privacy_officer"] as const) {
    expect((await change("removeCollection", { id, token: "" }, member(accountId, role))).kind).toBe("FORBIDDEN");
  }
  expect((await change("removeCollection", { id, token: "" }, member(newId(), "owner"))).kind).toBe("NOT_FOUND");
  const wrong = await change("createCollection", { studioId: studioGid(home.people[0]!.studioId), name: "" });
  expect(wrong.kind).toBe("InvalidCollection");
});
