import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { newId } from "@studio/kit/id.js";
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

test("media is told what contacts have in a public field in use, as text, and nothing else of what they have", async () => {
  const media = identity.openAs("media");
  const people = [0, 1, 2, 3].map((index) => ours.contactId(index));
  const told = async (key: string, account = ours.accountId, as = account) => {
    const field = ours.seed.fieldIdOf(key);
    const rows = await media.inAccount(as, (tx) =>
      tx.execute<{ id: string; value: string }>(
        sql`select contact_id as id, value from identity.public_values(${account}, ${field}, ${`{${people.join()}}`}::uuid[])`,
      ),
    );
    return people.map((id) => rows.find((row) => row.id === id)?.value ?? null);
  };
  const set = (key: string, column: string, value: string) =>
    identity.admin.unsafe(
      `update identity.contact_field set ${column} = '${value}' where id = '${ours.seed.fieldIdOf(key)}'`,
    );
  const about = (index: number, change: string) =>
    identity.admin.unsafe(`update identity.contact set ${change} where id = '${ours.contactId(index)}'`);
  const none = [null, null, null, null];
  expect(await told("department")).toEqual(["Engineering", "Design", "Sales", "Finance"]);
  expect((await told("languages"))[0]).toBe("English, German");
  expect(await told("job_title")).toEqual(["Engineer", "Analyst", "Director", "Account Manager"]);
  for (const key of ["office", "salary_band", "emergency_contact"]) expect(await told(key)).toEqual(none);
  expect(await told("job_title", theirs.accountId)).toEqual(none);
  expect(await told("job_title", ours.accountId, theirs.accountId)).toEqual(none);
  await about(0, "restricted_at = now()");
  await about(1, "status = 'archived'");
  await about(2, "status = 'erasing'");
  await about(3, `custom = custom - '${ours.seed.fieldIdOf("job_title")}'`);
  expect(await told("job_title")).toEqual(none);
  await about(0, "restricted_at = null");
  expect((await told("department"))[0]).toBe("Engineering");
  for (const state of ["deprecated", "archived", "deleted"]) {
    await set("department", "state", state);
    expect(await told("department")).toEqual(none);
  }
  await set("department", "state", "active");
  await set("department", "sensitivity", "L1");
  expect(await told("department")).toEqual(none);
  const elsewhere = identity
    .openAs("compliance")
    .inAccount(ours.accountId, (tx) =>
      tx.execute(sql`select * from identity.public_values(${ours.accountId}, ${newId()}, '{}')`),
    );
  await expect(elsewhere).rejects.toMatchObject({ cause: { code: "42501" } });
});
