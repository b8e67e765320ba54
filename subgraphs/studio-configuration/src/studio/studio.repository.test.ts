import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { anonymous } from "@studio/kit/auth/viewer.js";
import { after, minuteMs } from "@studio/kit/clock.js";
import { newId } from "@studio/kit/id.js";
import { newAccount, runStudios, type Json, type RunningStudios } from "../../test/running-studios.js";
import { seedStudios } from "../seed.js";

const LIST = `query ($first: Int!, $after: String) { studios(first: $first, after: $after) {
  edges { node { name } } pageInfo { hasNextPage endCursor } } }`;

let studios: RunningStudios;

beforeAll(async () => {
  studios = await runStudios();
});

afterAll(() => studios.stop());

/** An account with this many published studios: two at a time were made in the same instant. */
async function newSeededAccount(count: number) {
  const account = newAccount();
  const ids = Array.from({ length: count }, newId).toSorted((left, right) => (left < right ? -1 : 1));
  const seeds = Array.from({ length: count }, (_, index) => ({
    id: ids[index]!,
    slug: `seeded-${newId()}`,
    name: `Studio ${index}`,
    status: "published" as const,
    createdAt: after(new Date("2026-01-01"), Math.floor(index / 2) * minuteMs),
  }));
  const seed = () => seedStudios(studios.options, account.accountId, seeds);
  await seed();
  return { ...account, seed, seeds };
}

test("pages through an account's studios, newest first, none twice and none missing", async () => {
  const account = await newSeededAccount(7);
  const viewer = account.client(["studios:read"]);
  const names: string[] = [];
  let after: string | null = null;
  do {
    const { studios: page }: Json = (await studios.ask(viewer, LIST, { first: 3, after })).data;
    names.push(...page.edges.map(({ node }: Json) => node.name));
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after);
  expect(names).toEqual(account.seeds.map(({ name }) => name).toReversed());
});

test("a cursor is good for its own account, and the list for those who run it", async () => {
  const account = await newSeededAccount(2);
  const { endCursor } = (await studios.ask(account.member("coordinator"), LIST, { first: 1 })).data.studios.pageInfo;
  const stranger = newAccount();
  expect((await studios.ask(stranger.member("owner"), LIST, { first: 1, after: endCursor })).codes).toEqual([
    "NOT_FOUND",
  ]);
  expect((await studios.ask(stranger.member("owner"), LIST, { first: 9 })).data.studios.edges).toEqual([]);
  expect((await studios.ask(account.member("owner"), LIST, { first: 0 })).codes).toEqual(["BAD_USER_INPUT"]);
  expect((await studios.ask(account.contactOf(newId()), LIST, { first: 1 })).codes).toEqual(["FORBIDDEN"]);
  expect((await studios.ask(anonymous, LIST, { first: 1 })).codes).toEqual(["UNAUTHENTICATED"]);
});

test("seeding again adds nothing", async () => {
  const account = await newSeededAccount(3);
  await account.seed();
  const [row] = await studios.admin`
    select (select count(*)::int from studio_configuration.studio where account_id = ${account.accountId}) as studios,
      (select count(*)::int from studio_configuration.studio_directory where account_id = ${account.accountId}) as slugs,
      (select count(*)::int from compliance.audit_event where account_id = ${account.accountId}) as audits`;
  expect(row).toEqual({ studios: 3, slugs: 3, audits: 1 });
});

test("a seed that would share a slug with another account fails as a whole", async () => {
  const [seed] = (await newSeededAccount(1)).seeds;
  const account = newAccount();
  await expect(seedStudios(studios.options, account.accountId, [{ ...seed!, id: newId() }])).rejects.toMatchObject({
    cause: { code: "23505" },
  });
  const left = await studios.admin`select id from studio_configuration.studio where account_id = ${account.accountId}`;
  expect(left.length).toBe(0);
});

test("row security holds where a query forgets the account", async () => {
  const account = await newSeededAccount(3);
  const count = sql`select count(*)::int as n from studio_configuration.studio`;
  const db = studios.openAs("studio-configuration");
  const ask = async (accountId: string) =>
    (await db.inAccount(accountId, (tx) => tx.execute<{ n: number }>(count)))[0]?.n;
  expect(await ask(account.accountId)).toBe(3);
  expect(await ask(newId())).toBe(0);
  expect((await db.inDirectory((tx) => tx.execute<{ n: number }>(count)))[0]?.n).toBe(0);
});

test("other services read what is published to them, of their account, and write none of it", async () => {
  const account = await newSeededAccount(1);
  const studio = sql`select name, recipe ->> 'format' as format, capacity, coordinators_review, opens_at from studio_configuration.published_studio`;
  const text = sql`select studio_id, version from studio_configuration.published_consent_text`;
  const slug = sql`select studio_id from studio_configuration.studio_directory where slug = ${account.seeds[0]!.slug}`;
  const id = account.seeds[0]!.id;
  for (const service of ["identity", "media"] as const) {
    const db = studios.openAs(service);
    expect([...(await db.inAccount(account.accountId, (tx) => tx.execute(studio)))]).toEqual([
      { name: "Studio 0", format: "jpeg", capacity: null, coordinators_review: false, opens_at: null },
    ]);
    expect([...(await db.inAccount(newId(), (tx) => tx.execute(studio)))]).toEqual([]);
    expect([...(await db.inDirectory((tx) => tx.execute(slug)))]).toEqual([{ studio_id: id }]);
    const write = db.inDirectory((tx) => tx.execute(sql`delete from studio_configuration.studio_directory`));
    await expect(write).rejects.toMatchObject({ cause: { code: "42501" } });
  }
  const compliance = studios.openAs("compliance");
  expect([...(await compliance.inAccount(account.accountId, (tx) => tx.execute(text)))]).toEqual([
    { studio_id: id, version: 1 },
  ]);
  const whole = compliance.inAccount(account.accountId, (tx) =>
    tx.execute(sql`select consent_text from studio_configuration.studio`),
  );
  await expect(whole).rejects.toMatchObject({ cause: { code: "42501" } });
});
