import { afterAll, beforeAll, expect, test } from "vitest";
import { createPreparedDatabase, standInForAudit, type PreparedDatabase } from "../../test/prepared-database.js";
import { anonymous, type MemberViewer, type StaffViewer } from "../auth/viewer.js";
import { systemClock } from "../clock.js";
import { newId } from "../id.js";
import { toGlobalId } from "../paging/global-id.js";
import { ReadLog } from "./read-log.js";
import { isWatched, recordReads } from "./watched-reads.js";

let prepared: PreparedDatabase;

beforeAll(async () => {
  prepared = await createPreparedDatabase();
  await standInForAudit(prepared.admin);
});

afterAll(() => prepared.stop());

const staff: StaffViewer = { kind: "staff", staffId: "s", accountId: null, grantId: null, scopes: [] };

const inside = () => ({ ...staff, accountId: newId(), grantId: newId() });

test("watches staff inside an account, and nobody else", () => {
  expect([staff, anonymous, { ...staff, accountId: newId() }, inside()].map(isWatched)).toEqual([
    false,
    false,
    false,
    true,
  ]);
});

test("writes one entry with a line per thing, and none for a request that showed nothing", async () => {
  const reads = new ReadLog();
  const viewer = inside();
  const audit = { db: prepared.openAs("media"), clock: systemClock };
  await recordReads(audit, { viewer, requestId: "r", reads });
  for (const field of ["name", "email", "name"]) reads.note("a", field);
  reads.note("b", "name");
  await recordReads(audit, { viewer, requestId: "r", reads });
  const entries = await prepared.admin`
    select action, actor_kind, fields from audit_stand_in where account_id = ${viewer.accountId}`;
  expect([...entries]).toEqual([{ action: "staff.read", actor_kind: "staff", fields: ["a: name, email", "b: name"] }]);
});

test("writes an entry for each thing that anybody else was shown, with the purpose they stated", async () => {
  const reads = new ReadLog();
  const accountId = newId();
  const viewer: MemberViewer = { kind: "member", accountId, memberId: newId(), role: "owner", groupIds: [] };
  const audit = { db: prepared.openAs("media"), clock: systemClock };
  const [one, other] = [newId(), newId()];
  for (const field of ["name", "email"]) reads.note(toGlobalId("Thing", one), field);
  reads.note(toGlobalId("Thing", other), "name");
  const purpose = { purpose: "legal_claim", note: "case 7" } as const;
  await recordReads(audit, { viewer, requestId: "r", purpose, reads });
  const entries = await prepared.admin`
    select action, actor_kind, subject_id, fields, reason from audit_stand_in where account_id = ${accountId}`;
  const said = { action: "thing.read", actor_kind: "member", reason: "LEGAL_CLAIM: case 7" };
  expect([...entries]).toEqual([
    { ...said, subject_id: one, fields: ["name", "email"] },
    { ...said, subject_id: other, fields: ["name"] },
  ]);
});
