import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { newAccount, type TestAccount } from "../test/new-account.js";
import { runIdentity, type RunningIdentity } from "../test/running-identity.js";

let identity: RunningIdentity;
let ours: TestAccount;
let theirs: TestAccount;

beforeAll(async () => {
  identity = await runIdentity();
  ours = await newAccount(identity, 8);
  theirs = await newAccount(identity, 4);
});

afterAll(() => identity.stop());

test("with the account filter gone, row security still shows no other account's row", async () => {
  const db = identity.openAs("identity");
  const unfiltered = sql`select count(*)::int as n from identity.contact`;
  const count = async (rows: PromiseLike<Iterable<unknown>>) => [...(await rows)][0];
  expect(await db.inDirectory((tx) => count(tx.execute(unfiltered)))).toEqual({ n: 0 });
  expect(await db.inAccount(theirs.accountId, (tx) => count(tx.execute(unfiltered)))).toEqual({ n: 4 });
  const one = sql`select count(*)::int as n from identity.contact where id = ${ours.contactId(0)}`;
  expect(await db.inAccount(theirs.accountId, (tx) => count(tx.execute(one)))).toEqual({ n: 0 });
  const write = sql`update identity.contact set account_id = ${ours.accountId} where id = ${theirs.contactId(0)}`;
  await expect(db.inAccount(theirs.accountId, (tx) => tx.execute(write))).rejects.toMatchObject({
    cause: { code: "42501" },
  });
});

test("every tenant table is under forced row security, the directories alone are not", async () => {
  const rows = await identity.admin<{ name: string; forced: boolean }[]>`
    select relname as name, relrowsecurity and relforcerowsecurity as forced from pg_class
    where relnamespace = 'identity'::regnamespace and relkind = 'r' and relname <> 'migration' order by relname`;
  const directories = ["hub_membership", "open_appeal", "webhook_turn"];
  expect(rows.filter((row) => !row.forced).map((row) => row.name)).toEqual(directories);
  expect(rows.length).toBeGreaterThan(13);
});

test("other subgraphs read what is published, of one account, and nothing else", async () => {
  const media = identity.openAs("media");
  const seen = await media.inAccount(ours.accountId, (tx) =>
    tx.execute(sql`select id, group_ids from identity.published_contact order by id`),
  );
  expect(seen).toHaveLength(8);
  expect(seen.find((row) => row["id"] === ours.contactId(0))?.["group_ids"]).toEqual([ours.groupIds[0]]);
  const keys = await media.inAccount(ours.accountId, (tx) =>
    tx.execute(sql`select wrapped_key from identity.published_contact_key`),
  );
  expect(keys).toHaveLength(8);
  expect(await media.inDirectory((tx) => tx.execute(sql`select id from identity.published_contact`))).toHaveLength(0);
  const refused = (query: string) =>
    expect(media.inAccount(ours.accountId, (tx) => tx.execute(sql.raw(query)))).rejects.toMatchObject({
      cause: { code: "42501" },
    });
  await refused("select email from identity.contact");
  await refused("select 1 from identity.session");
  await refused("select email_index from identity.hub_membership");
  const compliance = identity.openAs("compliance");
  await expect(
    compliance.inAccount(ours.accountId, (tx) =>
      tx.execute(sql`select wrapped_key from identity.published_contact_key`),
    ),
  ).rejects.toMatchObject({ cause: { code: "42501" } });
});
