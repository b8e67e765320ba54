import { afterAll, beforeAll, expect, test } from "vitest";
import type { Viewer } from "@studio/kit/auth/viewer.js";
import { newId } from "@studio/kit/id.js";
import { parseGlobalId, toGlobalId } from "@studio/kit/paging/global-id.js";
import { ask } from "../../test/contact-client.js";
import { openEditing, type Editing } from "../../test/editing.js";
import { member, studioGid } from "../../test/viewers.js";
import { seedSubmissions } from "../seed.js";
import type { ObjectStore } from "../storage/object-store.js";
import { purgeSubmission } from "../submission/purge-submission.js";
import { applyRecipe } from "./apply-recipe.js";
import { MAX_RUN_ATTEMPTS } from "./derivative-recipe.policy.js";

let editing: Editing;
beforeAll(async () => void (editing = await openEditing()));
afterAll(() => editing.close());

interface Run {
  id: string;
  studio: { id: string };
  collection: { id: string; name: string } | null;
  status: string;
  total: number;
  made: number;
  finishedAt: string | null;
}

const RUN = "id status total made finishedAt studio { id } collection { id name }";
const BADGE = { width: 64, height: 64, fit: "face", format: "webp", quality: 80, backdrop: "#ffffff" } as const;

/** A studio with a recipe, and so many submissions, each of one photo, in the order of the photos' ids. */
async function studioOf(count: number) {
  const { world } = editing;
  const anna = await world.newcomer();
  const { accountId, studioId, contactId } = anna;
  const photoIds = Array.from({ length: count }, newId).toSorted();
  const seeds = photoIds.map((photoId) => {
    return { photoId, submissionId: newId(), contactId, studioId, status: "submitted" as const, createdAt: new Date() };
  });
  await seedSubmissions(world.options, accountId, seeds);
  const id = toGlobalId("DerivativeRecipe", await world.addRecipe(anna, "badge", BADGE));
  return { accountId, studioId, seeds, recipe: { id }, owner: member(accountId, "owner") };
}

/** The run, or the code or type of what is there instead. */
async function apply(viewer: Viewer, input: { id: string; collectionId?: string | null }) {
  const { data, errors } = await ask<{ done: { kind: string; run: Run } }>(
    editing.world.media,
    viewer,
    `mutation ($input: ApplyDerivativeRecipeInput!) { done: applyDerivativeRecipe(input: $input) { kind: __typename
      ... on ApplyDerivativeRecipePayload { run { ${RUN} } } ... on DerivativeRunInProgress { run { ${RUN} } } } }`,
    { input },
  );
  return data?.done ?? { kind: errors![0]!.extensions.code, run: null };
}

async function collect(viewer: Viewer, studioId: string, submissionIds?: string[]): Promise<string> {
  const { data } = await ask<{ createCollection: { collection: { id: string } } }>(
    editing.world.media,
    viewer,
    `mutation ($input: CreateCollectionInput!) { createCollection(input: $input) {
      ... on CreateCollectionPayload { collection { id } } } }`,
    {
      input: {
        studioId: studioGid(studioId),
        name: "Spring",
        submissionIds: submissionIds?.map((id) => toGlobalId("Submission", id)),
      },
    },
  );
  return data!.createCollection.collection.id;
}

/** One job of a run, as a worker does it. */
function work(accountId: string, run: Run, objects: ObjectStore = editing.objects): Promise<void> {
  const services = { ...editing.services({ objects }), jobs: { enqueue: async () => {} } };
  return applyRecipe(services, { accountId, runId: parseGlobalId(run.id)!.id, requestId: newId() });
}

async function seen(viewer: Viewer, { id }: Run): Promise<Run> {
  const query = `query ($id: ID!) { derivativeRun(id: $id) { ${RUN} } }`;
  return (await ask<{ derivativeRun: Run }>(editing.world.media, viewer, query, { id })).data!.derivativeRun;
}

/** A store in which a submission is purged each time that something was read, or written. */
function purging(accountId: string, submissionId: string, when: "get" | "put"): ObjectStore {
  const { objects } = editing;
  const value = async (...given: never[]) => {
    const done = await (objects[when] as (...all: never[]) => Promise<unknown>).apply(objects, given);
    await purgeSubmission(editing.services(), "test", accountId, submissionId);
    return done;
  };
  return Object.create(objects, { [when]: { value } });
}

async function madeOf(accountId: string): Promise<string[]> {
  const rows = await editing.world.sql`select photo_id from media.derivative
    where account_id = ${accountId} and content_type = 'image/webp' order by photo_id`;
  return rows.map((row) => row["photo_id"] as string);
}

test("a recipe is applied to a collection's photos alone, and what is made is not made again", async () => {
  const { accountId, studioId, seeds, recipe, owner } = await studioOf(3);
  const chosen = [seeds[0]!, seeds[2]!];
  const ids = chosen.map(({ submissionId }) => submissionId);
  const collectionId = await collect(owner, studioId, ids);
  const { run } = await apply(owner, { ...recipe, collectionId });
  const covered = { studio: { id: studioGid(studioId) }, collection: { id: collectionId, name: "Spring" } };
  expect(run).toMatchObject({ status: "RUNNING", total: 2, ...covered });
  expect(await apply(owner, recipe)).toMatchObject({
    kind: "DerivativeRunInProgress",
    run: { id: run!.id, ...covered },
  });
  await work(accountId, run!);
  await work(accountId, run!);
  expect(await seen(owner, run!)).toMatchObject({ status: "COMPLETE", made: 2 });
  expect(await madeOf(accountId)).toEqual(chosen.map(({ photoId }) => photoId));

  const whole = await apply(owner, { ...recipe, collectionId: await collect(owner, studioId) });
  expect(whole.run).toMatchObject({ status: "RUNNING", total: 3 });
  await work(accountId, whole.run!);
  expect(await seen(owner, whole.run!)).toMatchObject({ status: "COMPLETE", made: 3 });
  expect(await madeOf(accountId)).toEqual(seeds.map(({ photoId }) => photoId));
});

test("another account's collection, and another studio's, do not exist for a recipe", async () => {
  const { accountId, studioId, recipe, owner } = await studioOf(1);
  const stranger = await studioOf(1);
  const elsewhere = await editing.world.addStudio(accountId);
  const none = toGlobalId("Collection", newId());
  const theirs = await collect(stranger.owner, stranger.studioId);
  for (const collectionId of [theirs, await collect(owner, elsewhere), none]) {
    expect(await apply(owner, { ...recipe, collectionId })).toEqual({ kind: "NOT_FOUND", run: null });
  }
  const { run } = await apply(owner, { ...recipe, collectionId: null });
  expect(run).toMatchObject({ total: 1, studio: { id: studioGid(studioId) }, collection: null });
});

test("a coordinator follows a run of a collection, and is not told of the collection", async () => {
  const { accountId, studioId, recipe, owner } = await studioOf(1);
  const { run } = await apply(owner, { ...recipe, collectionId: await collect(owner, studioId) });
  const query = `query ($id: ID!) { derivativeRun(id: $id) { ${RUN} } }`;
  const { data, errors } = await ask<{ derivativeRun: Run }>(
    editing.world.media,
    member(accountId, "coordinator"),
    query,
    { id: run!.id },
  );
  expect(data!.derivativeRun).toMatchObject({
    status: "RUNNING",
    studio: { id: studioGid(studioId) },
    collection: null,
  });
  expect(errors!.map(({ path, extensions }) => [path, extensions.code])).toEqual([
    [["derivativeRun", "collection"], "FORBIDDEN"],
  ]);
});

test("a run that goes no further ends as failed, and the next one makes what is missing", async () => {
  const { accountId, seeds, recipe, owner } = await studioOf(2);
  const { run } = await apply(owner, recipe);
  const away: ObjectStore = Object.create(editing.objects, {
    get: {
      value: (key: string) =>
        key.includes(seeds[1]!.photoId) ? Promise.reject(new Error("away")) : editing.objects.get(key),
    },
  });
  await expect(work(accountId, run!, away)).rejects.toThrow("away");
  for (let attempt = 1; attempt <= MAX_RUN_ATTEMPTS; attempt++) {
    await expect(work(accountId, run!, away)).rejects.toThrow("away");
    expect(await seen(owner, run!)).toMatchObject({ status: "RUNNING", made: 1, finishedAt: null });
  }
  await work(accountId, run!, away);
  expect(await seen(owner, run!)).toMatchObject({ status: "FAILED", made: 1, finishedAt: expect.any(String) });
  const ends = await editing.world.sql`select action from compliance.audit_log
    where account = ${accountId} and action like 'derivative_run.%'`;
  expect(ends).toEqual([{ action: "derivative_run.failed" }]);

  const next = await apply(owner, recipe);
  expect(next).toMatchObject({ kind: "ApplyDerivativeRecipePayload", run: { status: "RUNNING", total: 2 } });
  await work(accountId, next.run!);
  expect(await seen(owner, next.run!)).toMatchObject({ status: "COMPLETE", made: 2 });
  expect(await madeOf(accountId)).toEqual(seeds.map(({ photoId }) => photoId));
});

test("P13: of a submission that is removed while a recipe is applied to it nothing stays, nor comes again", async () => {
  for (const when of ["get", "put"] as const) {
    const { accountId, seeds, recipe, owner } = await studioOf(1);
    const { run } = await apply(owner, recipe);
    await work(accountId, run!, purging(accountId, seeds[0]!.submissionId, when));
    expect(await seen(owner, run!)).toMatchObject({ status: "COMPLETE", made: 0 });
    expect(await madeOf(accountId)).toEqual([]);
    expect(await editing.world.sql`select 1 from media.photo_mask where account_id = ${accountId}`).toEqual([]);
    expect((await editing.objects.list({ prefix: `${accountId}/` })).objects).toEqual([]);
  }
});
