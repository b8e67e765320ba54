import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { changeState } from "@studio/kit/db/change.js";
import { newAccount, runCompliance, type RunningCompliance } from "../../test/running-compliance.js";

const VERIFY = "{ auditVerification { intact checked brokenAt } }";
const GIVE = `mutation { giveConsent(input: { purpose: PROCESSING }) { __typename } }`;

let compliance: RunningCompliance;

beforeAll(async () => {
  compliance = await runCompliance();
});

afterAll(() => compliance.stop());

/** An account with `length` entries in its chain, and ways to look at and to tamper with it. */
async function newChain(length: number) {
  const account = await newAccount(compliance);
  const { accountId } = account;
  const db = compliance.openAs("media");
  const actor = { kind: "system", part: "test" } as const;
  const scope = { db, clock: compliance.clock, viewer: actor, accountId, requestId: "request", wake: () => {} };
  const append = (count: number, from = 0) =>
    changeState(scope, async (change) => {
      for (let entry = from; entry < from + count; entry++) {
        change.audit({ action: "thing.made", subjectType: "Thing", subjectId: String(entry), fields: ["näme"] });
      }
    });
  if (length > 0) await append(length);
  const verify = async () => (await compliance.ask(account.member("privacy_officer"), VERIFY)).data.auditVerification;
  const tamper = (statement: string) =>
    compliance.admin.unsafe(
      statement.replaceAll("$chain", "compliance.audit_event").replaceAll("$account", `'${accountId}'`),
    );
  return { ...account, append, verify, tamper };
}

const brokenAt = (position: number) => ({ intact: false, checked: position - 1, brokenAt: position });

test("verifies a whole chain, an empty one, and one longer than a batch", async () => {
  expect(await (await newChain(0)).verify()).toEqual({ intact: true, checked: 0, brokenAt: null });
  expect(await (await newChain(7)).verify()).toEqual({ intact: true, checked: 7, brokenAt: null });
  const long = await newChain(2_003);
  expect(await long.verify()).toEqual({ intact: true, checked: 2_003, brokenAt: null });
  await long.tamper("update $chain set action = 'thing.forged' where account_id = $account and position = 2001");
  expect(await long.verify()).toEqual(brokenAt(2_001));
});

test.each([
  ["account_id", "gen_random_uuid()"],
  ["id", "gen_random_uuid()"],
  ["at", "at + interval '1 microsecond'"],
  ["actor_kind", "'staff'"],
  ["actor_id", "null"],
  ["action", "'thing.forged'"],
  ["subject_type", "'Other'"],
  ["subject_id", "'other'"],
  ["reason", "'because'"],
  ["request_id", "'other'"],
  ["fields", `'["other"]'`],
  ["digest", "set_byte(digest, 31, get_byte(digest, 31) # 1)"],
])("finds an entry whose %s was changed", async (column, value) => {
  const chain = await newChain(5);
  await chain.tamper(`update $chain set ${column} = ${value} where account_id = $account and position = 3`);
  expect(await chain.verify()).toEqual(brokenAt(3));
});

test("finds a deleted entry: the first, one between, the last, and all of them", async () => {
  for (const position of [1, 3, 5]) {
    const chain = await newChain(5);
    await chain.tamper(`delete from $chain where account_id = $account and position = ${position}`);
    expect(await chain.verify()).toEqual(brokenAt(position));
  }
  const emptied = await newChain(5);
  await emptied.tamper("delete from $chain where account_id = $account");
  expect(await emptied.verify()).toEqual(brokenAt(1));
});

test("finds entries that changed places", async () => {
  const chain = await newChain(5);
  await chain.tamper("update $chain set position = position + 100 where account_id = $account and position in (2, 4)");
  await chain.tamper(
    "update $chain set position = case position when 102 then 4 else 2 end where account_id = $account and position > 100",
  );
  expect(await chain.verify()).toEqual(brokenAt(2));
});

test("finds an inserted entry: at the end, and between with the others moved up", async () => {
  const copy = (
    position: number,
  ) => `insert into $chain select account_id, ${position}, gen_random_uuid(), at, actor_kind,
    actor_id, action, subject_type, subject_id, reason, request_id, fields, digest from $chain
    where account_id = $account and position = 2`;
  const atEnd = await newChain(5);
  await atEnd.tamper(copy(6));
  expect(await atEnd.verify()).toEqual({ intact: false, checked: 5, brokenAt: 6 });
  const between = await newChain(5);
  await between.tamper("update $chain set position = position + 101 where account_id = $account and position > 2");
  await between.tamper("update $chain set position = position - 100 where account_id = $account and position > 100");
  await between.tamper(copy(3));
  expect(await between.verify()).toEqual(brokenAt(3));
});

test("finds a chain whose end was forged or forgotten", async () => {
  const forged = await newChain(5);
  await forged.tamper("update compliance.audit_head set digest = sha256('x') where account_id = $account");
  expect(await forged.verify()).toEqual(brokenAt(5));
  const forgotten = await newChain(5);
  await forgotten.tamper("delete from compliance.audit_head where account_id = $account");
  expect(await forgotten.verify()).toEqual(brokenAt(1));
});

test("stays contiguous under concurrent changes of several services", async () => {
  const chain = await newChain(0);
  const contacts = await Promise.all(Array.from({ length: 20 }, () => chain.newContact()));
  await Promise.all(contacts.flatMap((contact, turn) => [compliance.ask(contact, GIVE), chain.append(2, turn)]));
  expect(await chain.verify()).toEqual({ intact: true, checked: 60, brokenAt: null });
});

test("refuses a change whose audit entry cannot be written", async () => {
  const { newContact, accountId, verify } = await newChain(1);
  const contact = await newContact();
  const grant = "execute on function compliance.append_audit";
  await compliance.admin.unsafe(`revoke ${grant} from studio_compliance`);
  const refused = await compliance.ask(contact, GIVE);
  await compliance.admin.unsafe(`grant ${grant} to studio_compliance`);
  expect(refused.errors.map((error) => error.code)).toEqual(["INTERNAL"]);
  const left = await compliance.admin`
    select account_id from compliance.consent where account_id = ${accountId}
    union all select account_id from compliance.consent_change where account_id = ${accountId}
    union all select account_id from events.event where account_id = ${accountId}`;
  expect([...left]).toEqual([]);
  expect((await compliance.ask(contact, GIVE)).errors).toEqual([]);
  expect(await verify()).toMatchObject({ intact: true, checked: 2 });
});

test("nobody but a superuser can touch an entry, not even the roles that write and own it", async () => {
  const { accountId } = await newChain(1);
  for (const statement of [
    sql`update compliance.audit_event set action = 'x'`,
    sql`delete from compliance.audit_event`,
    sql`update compliance.audit_head set position = 0`,
    sql`insert into compliance.audit_event select * from compliance.audit_event`,
    sql`delete from compliance.consent_change`,
  ]) {
    const attempt = compliance.openAs("compliance").inAccount(accountId, (tx) => tx.execute(statement));
    await expect(attempt).rejects.toMatchObject({ cause: { code: "42501" } });
  }
  const asOwner = compliance.admin.begin(async (tx) => {
    await tx.unsafe("set local role studio_owner");
    await tx`delete from compliance.audit_event`;
  });
  await expect(asOwner).rejects.toMatchObject({ code: "42501" });
});

test("an entry goes into the caller's own account only", async () => {
  const [own, other] = [await newAccount(compliance), await newAccount(compliance)];
  const append = compliance
    .openAs("media")
    .inAccount(own.accountId, (tx) =>
      tx.execute(
        sql`select compliance.append_audit(${other.accountId}::uuid, now(), 'system', null, 'a', 'T', '1', null, null, '[]')`,
      ),
    );
  await expect(append).rejects.toMatchObject({ cause: { code: "42501" } });
});
