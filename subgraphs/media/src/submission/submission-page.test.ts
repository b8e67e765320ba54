import { afterAll, beforeAll, expect, test } from "vitest";
import type { Viewer } from "@studio/kit/auth/viewer.js";
import { openDatabase, type Database } from "@studio/kit/db/database.js";
import { roleUrl } from "@studio/kit/db/role-url.js";
import { newId } from "@studio/kit/id.js";
import { ask, type Answer } from "../../test/contact-client.js";
import { contactGid, member } from "../../test/viewers.js";
import { openWorld, type World } from "../../test/world.js";
import { createLoaders } from "../loaders.js";
import { seedSubmissions, type SeedSubmission } from "../seed.js";

let world: World;
beforeAll(async () => void (world = await openWorld({ workers: false })));
afterAll(() => world.close());

/** Three submissions of each of `count` contacts, all of the same moment but for each contact's newest. */
async function crowd(count: number, groupId = newId()) {
  const accountId = newId();
  const studioId = await world.addStudio(accountId);
  const seeds: SeedSubmission[] = [];
  for (let number = 0; number < count; number++) {
    const { contactId } = await world.addContact(accountId, studioId, { groupIds: number === 0 ? [groupId] : [] });
    for (const age of [0, 60_000, 60_000]) {
      const createdAt = new Date(1_800_000_000_000 - age);
      seeds.push({ submissionId: newId(), photoId: newId(), contactId, studioId, status: "submitted", createdAt });
    }
  }
  await seedSubmissions(world.options, accountId, seeds);
  return { accountId, groupId, seeds, contactIds: [...new Set(seeds.map((seed) => seed.contactId))] };
}

interface List {
  submissions: {
    edges: { node: { id: string }; cursor: string }[];
    pageInfo: { hasNextPage: boolean; endCursor: string };
  };
}

const list = (viewer: Viewer, args: { first: number; after?: string | null }): Promise<Answer<List>> =>
  ask(
    world.media,
    viewer,
    `query ($first: Int!, $after: String) { submissions(first: $first, after: $after) {
      edges { cursor node { id } } pageInfo { hasNextPage endCursor } } }`,
    args,
  );

test("pages through every submission once, the newest first, ties included", async () => {
  const { accountId, seeds } = await crowd(4);
  const owner = member(accountId, "owner");
  const seen: string[] = [];
  for (let after: string | null = null, more = true; more;) {
    const { edges, pageInfo }: List["submissions"] = (await list(owner, { first: 5, after })).data!.submissions;
    seen.push(...edges.map(({ node }) => node.id));
    [after, more] = [pageInfo.endCursor, pageInfo.hasNextPage];
  }
  expect(new Set(seen).size).toBe(seeds.length);
  expect(seen).toEqual((await list(owner, { first: 250 })).data!.submissions.edges.map(({ node }) => node.id));
});

test("lists a coordinator the submissions of their groups alone, and refuses another account's cursor", async () => {
  const { accountId, groupId } = await crowd(3);
  const { data } = await list(member(accountId, "coordinator", [groupId]), { first: 50 });
  expect(data!.submissions.edges).toHaveLength(3);
  expect((await list(member(accountId, "coordinator"), { first: 50 })).data!.submissions.edges).toEqual([]);
  const other = await crowd(1);
  const foreign = await list(member(other.accountId, "owner"), { first: 5, after: data!.submissions.edges[0]!.cursor });
  expect(foreign.errors![0]!.extensions.code).toBe("NOT_FOUND");
  expect((await list(member(accountId, "owner"), { first: 0 })).errors![0]!.extensions.code).toBe("BAD_USER_INPUT");
});

test("pages through one contact's submissions from the contact", async () => {
  const { accountId, contactIds } = await crowd(2);
  const query = `query ($of: [_Any!]!, $after: String) { _entities(representations: $of) { ... on Contact {
    submissions(first: 2, after: $after) { edges { node { id } } pageInfo { hasNextPage endCursor } } } } }`;
  const of = [{ __typename: "Contact", id: contactGid(contactIds[0]!) }];
  const owner = member(accountId, "owner");
  const first = (await ask<{ _entities: List[] }>(world.media, owner, query, { of })).data!._entities[0]!.submissions;
  expect(first.pageInfo.hasNextPage).toBe(true);
  const after = first.pageInfo.endCursor;
  const rest = (await ask<{ _entities: List[] }>(world.media, owner, query, { of, after })).data!._entities[0]!
    .submissions;
  expect(rest).toMatchObject({ edges: [{}], pageInfo: { hasNextPage: false } });
});

test("finds the newest submission, photo and edited version of a hundred contacts in one query each", async () => {
  const { accountId, contactIds, seeds } = await crowd(100);
  const { databaseUrl, masterKey } = world.options;
  const db = openDatabase({ url: roleUrl(databaseUrl, masterKey, "media"), applicationName: "test" });
  let queries = 0;
  const counting: Database = { ...db, inAccount: (account, work) => (queries++, db.inAccount(account, work)) };
  const loaders = createLoaders(counting, accountId);
  const latest = await Promise.all(contactIds.map((id) => loaders.latestSubmissionByContact.load(id)));
  const newest = new Set(
    seeds.filter((seed) => seed.createdAt.getTime() === 1_800_000_000_000).map((seed) => seed.submissionId),
  );
  expect(latest.every((row) => newest.has(row!.id))).toBe(true);
  expect(queries).toBe(1);
  await Promise.all(latest.map((row) => loaders.photo.load(row!.photoId)));
  const edited = await Promise.all(latest.map((row) => loaders.editedVersionByPhoto.load(row!.photoId)));
  expect(edited.every((row) => row?.width === 400)).toBe(true);
  expect(queries).toBe(3);
  await db.close();
});

test("rows of another account stay out of sight of loaders that were told the wrong one", async () => {
  const { accountId, contactIds } = await crowd(1);
  const { databaseUrl, masterKey } = world.options;
  const db = openDatabase({ url: roleUrl(databaseUrl, masterKey, "media"), applicationName: "test" });
  const elsewhere: Database = { ...db, inAccount: (_account, work) => db.inAccount(newId(), work) };
  expect(await createLoaders(elsewhere, accountId).latestSubmissionByContact.load(contactIds[0]!)).toBeNull();
  expect(await createLoaders(db, accountId).latestSubmissionByContact.load(contactIds[0]!)).not.toBeNull();
  expect(await createLoaders(db, null).latestSubmissionByContact.load(contactIds[0]!)).toBeNull();
  await db.close();
});
