import { afterAll, beforeAll, expect, test } from "vitest";
import { poll } from "../../../../dev/src/poll.js";
import { bulkActions } from "../../test/bulk.js";
import { gid } from "../../test/edit-contact.js";
import { newAccount } from "../../test/new-account.js";
import { runIdentity, type RunningIdentity } from "../../test/running-identity.js";

const CONTACTS = 1_200;

let identity: RunningIdentity;
let bulk: ReturnType<typeof bulkActions>;

beforeAll(async () => {
  identity = await runIdentity();
  bulk = bulkActions(identity);
});

afterAll(() => identity.stop());

const rowsDone = async () =>
  (await identity.admin`select count(*)::int as n from identity.bulk_action_row where outcome <> 'pending'`)[0]!["n"];

/** Cuts every connection of the service, as a killed worker or server does. */
const cutOff = () =>
  identity.admin`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'identity'`;

test("an action whose worker is cut off midway deals with each contact once", async () => {
  const account = await newAccount(identity, CONTACTS);
  const owner = account.member("owner");
  const contactIds = Array.from({ length: CONTACTS }, (_, index) => gid(account.contactId(index)));
  const started = await bulk.start(owner, { kind: "ARCHIVE", target: { contactIds } });
  await poll(async () => ((await rowsDone()) > 0 ? true : undefined), { timeoutMs: 20_000, everyMs: 2 });
  await cutOff();
  const action = await bulk.ended(owner, started.bulkAction.id, { first: 1 });
  expect(action).toMatchObject({ state: "FINISHED", total: CONTACTS, changed: CONTACTS, unchanged: 0, rejected: 0 });
  const [audit] = await identity.admin`select count(*)::int as entries, count(distinct subject_id)::int as contacts
    from compliance.audit_event where action = 'contact.archived' and account_id = ${account.accountId}`;
  expect(audit).toEqual({ entries: CONTACTS, contacts: CONTACTS });
  const [versions] = await identity.admin`select min(version) as low, max(version) as high from identity.contact
    where account_id = ${account.accountId}`;
  expect(versions).toEqual({ low: 2, high: 2 });
});

test("a cancelled action stops after its batch, and what was done stays", async () => {
  const account = await newAccount(identity, CONTACTS);
  const owner = account.member("owner");
  const before = await rowsDone();
  const contactIds = Array.from({ length: CONTACTS }, (_, index) => gid(account.contactId(index)));
  const { bulkAction } = await bulk.start(owner, { kind: "ARCHIVE", target: { contactIds } });
  await poll(async () => ((await rowsDone()) > before ? true : undefined), { timeoutMs: 20_000, everyMs: 2 });
  expect(await bulk.cancel(owner, bulkAction.id)).toMatchObject({ bulkAction: { state: "CANCELLED" } });
  const stopped = await bulk.ended(owner, bulkAction.id, { first: 1 });
  expect(stopped.changed).toBeGreaterThan(0);
  expect(stopped.changed).toBeLessThan(CONTACTS);
  const [archived] = await identity.admin`select count(*)::int as n from identity.contact
    where status = 'archived' and account_id = ${account.accountId}`;
  expect(archived!["n"]).toBe(stopped.changed);
});
