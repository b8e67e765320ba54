import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createPreparedDatabase, standInForAudit, type PreparedDatabase } from "../../test/prepared-database.js";
import { systemClock } from "../clock.js";
import { headOf } from "../events/read.js";
import { newId } from "../id.js";
import { changeState, UnauditedChange, type ChangeScope } from "./change.js";
import type { Database } from "./database.js";
import { isolateTenants } from "./isolate-tenants.js";

const AUDIT = { action: "thing.made", subjectType: "Thing", subjectId: "1" };
const EVENT = { type: "thing.made", ids: { thingId: "1" } };

let prepared: PreparedDatabase;
let db: Database;

beforeAll(async () => {
  prepared = await createPreparedDatabase();
  await standInForAudit(prepared.admin);
  await prepared.admin.unsafe("create table media.thing (account_id uuid, id int, primary key (account_id, id))");
  await isolateTenants(prepared.admin, "media", ["studio_media"]);
  db = prepared.openAs("media");
});

afterAll(() => prepared.stop());

/** A scope of an account of its own, and what its change has left. */
function newScope() {
  const accountId = newId();
  const woken: string[] = [];
  const scope: ChangeScope = {
    db,
    clock: systemClock,
    viewer: { kind: "system", part: "test" },
    accountId,
    requestId: "request",
    wake: (account) => void woken.push(account),
  };
  const makeThing = (tx: Parameters<Parameters<Database["inAccount"]>[1]>[0]) =>
    tx.execute(sql`insert into media.thing values (${accountId}, 1)`);
  const traces = async () => {
    const things = await db.inAccount(accountId, (tx) => tx.execute(sql`select id from media.thing`));
    const audits =
      await prepared.admin`select action, actor_kind, fields from audit_stand_in where account_id = ${accountId}`;
    const { position: events } = await db.inAccount(accountId, (tx) => headOf(tx, accountId));
    return { things: things.length, audits: [...audits], events, woken: woken.length };
  };
  return { scope, makeThing, traces };
}

const NOTHING = { things: 0, audits: [], events: 0, woken: 0 };

test("writes the change, its audit entry and its event together, and wakes readers after", async () => {
  const { scope, makeThing, traces } = newScope();
  const result = await changeState(scope, async (change) => {
    await makeThing(change.tx);
    change.audit({ ...AUDIT, fields: ["name"] });
    change.emit(EVENT);
    return "made";
  });
  expect(result).toBe("made");
  const audits = [{ action: "thing.made", actor_kind: "system", fields: ["name"] }];
  expect(await traces()).toEqual({ things: 1, audits, events: 1, woken: 1 });
});

test("names who stands in the account, and of another account's contact no more than that somebody came", async () => {
  const { scope, traces } = newScope();
  const visitor = { kind: "contact", contactId: newId(), studioId: newId(), sessionId: newId() } as const;
  for (const accountId of [scope.accountId, newId()]) {
    await changeState({ ...scope, viewer: { ...visitor, accountId } }, async (change) => change.audit(AUDIT));
  }
  expect((await traces()).audits).toMatchObject([{ actor_kind: "contact" }, { actor_kind: "anonymous" }]);
});

test("refuses a change that leaves no audit entry, and rolls it back", async () => {
  const { scope, makeThing, traces } = newScope();
  const change = changeState(scope, async (change) => {
    await makeThing(change.tx);
    change.emit(EVENT);
  });
  await expect(change).rejects.toThrow(UnauditedChange);
  expect(await traces()).toEqual(NOTHING);
});

test("rolls the change back if its audit entry cannot be written", async () => {
  const { scope, makeThing, traces } = newScope();
  const change = changeState(scope, async (change) => {
    await makeThing(change.tx);
    change.audit(AUDIT);
    change.audit({ ...AUDIT, action: "audit.fails" });
    change.emit(EVENT);
  });
  await expect(change).rejects.toMatchObject({ cause: { message: "the audit cannot be written" } });
  expect(await traces()).toEqual(NOTHING);
});

test("leaves nothing of a change that throws half way", async () => {
  const { scope, makeThing, traces } = newScope();
  const change = changeState(scope, async (change) => {
    await makeThing(change.tx);
    change.audit(AUDIT);
    throw new Error("half way");
  });
  await expect(change).rejects.toThrow("half way");
  expect(await traces()).toEqual(NOTHING);
});

test("gives the result of an abandoned change, and writes nothing of it", async () => {
  const { scope, makeThing, traces } = newScope();
  const result = await changeState<string>(scope, async (change) => {
    await makeThing(change.tx);
    change.audit(AUDIT);
    change.emit(EVENT);
    return change.abandon("not this time");
  });
  expect(result).toBe("not this time");
  expect(await traces()).toEqual(NOTHING);
});

test("lets an outer change go on when one inside it is abandoned", async () => {
  const { scope, makeThing, traces } = newScope();
  const inner = newScope();
  await changeState(scope, async (change) => {
    await makeThing(change.tx);
    change.audit(AUDIT);
    await changeState(inner.scope, async (innerChange) => innerChange.abandon(undefined));
  });
  expect((await traces()).things).toBe(1);
});
