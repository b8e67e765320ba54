import { afterAll, beforeAll, expect, test } from "vitest";
import { actionsOf, mutate } from "../../test/mutate.js";
import { newAccount } from "../../test/new-account.js";
import { runIdentity, type RunningIdentity } from "../../test/running-identity.js";

let identity: RunningIdentity;

beforeAll(async () => {
  identity = await runIdentity();
});

afterAll(() => identity.stop());

const ACCOUNT = `... on UpdateAccountSettingsPayload { account { name defaultLocale region status version
  policies { supportAccess memberEmailDomains memberInvitationDays } closingSince reopenableUntil } }
  ... on SettingsOutdated { currentVersion }`;

const update = (viewer: Parameters<typeof mutate>[1], input: Record<string, unknown>) =>
  mutate(identity, viewer, "updateAccountSettings", input, ACCOUNT);

test("an owner changes settings, and gets the account back whole", async () => {
  const account = await newAccount(identity, 0);
  const changed = await update(account.member("owner"), {
    version: 1,
    name: "Southwind",
    defaultLocale: "DE",
    policies: { memberInvitationDays: 3 },
  });
  expect(changed.account).toEqual({
    name: "Southwind",
    defaultLocale: "DE",
    region: "EU",
    status: "ACTIVE",
    version: 2,
    policies: { supportAccess: true, memberEmailDomains: [], memberInvitationDays: 3 },
    closingSince: null,
    reopenableUntil: null,
  });
  const [entry] =
    await identity.admin`select action, fields from compliance.audit_event where account_id = ${account.accountId}`;
  expect(entry).toEqual({
    action: "account.settings_changed",
    fields: ["name", "defaultLocale", "policies.memberInvitationDays"],
  });
});

test("who read an old version changes nothing; of two at once, one is too late", async () => {
  const account = await newAccount(identity, 0);
  const owner = account.member("owner");
  const both = await Promise.all(["A", "B"].map((name) => update(owner, { version: 1, name })));
  expect(both.map(({ type }) => type).toSorted()).toEqual(["SettingsOutdated", "UpdateAccountSettingsPayload"]);
  expect(await update(owner, { version: 1, name: "C" })).toMatchObject({ type: "SettingsOutdated", currentVersion: 2 });
});

test("settings that are so already leave no trace", async () => {
  const account = await newAccount(identity, 0);
  expect((await update(account.member("owner"), { version: 1, name: "Northwind" })).account.version).toBe(1);
  expect(await actionsOf(identity, account.accountId)).toEqual([]);
});

test("a closing account is not changed", async () => {
  const account = await newAccount(identity, 0);
  await identity.admin`update identity.account set status = 'closing' where account_id = ${account.accountId}`;
  expect((await update(account.member("owner"), { version: 1, name: "Late" })).type).toBe("AccountClosing");
});

test("only an owner changes settings, and only members read policies", async () => {
  const account = await newAccount(identity, 1);
  for (const role of ["admin", "coordinator", "privacy_officer"] as const) {
    expect((await update(account.member(role), { version: 1, name: "Mine" })).refused).toEqual(["FORBIDDEN"]);
  }
  const contact = { kind: "contact", accountId: account.accountId, contactId: account.contactId(0) } as const;
  const query = "{ account { name policies { supportAccess } version } }";
  const seen = await identity.ask({ ...contact, studioId: "s", sessionId: "s" }, query);
  expect(seen.data.account).toEqual({ name: "Northwind", policies: null, version: null });
  expect(seen.errors.map(({ code, field }) => [code, field])).toEqual([
    ["FORBIDDEN", "Account.policies"],
    ["FORBIDDEN", "Account.version"],
  ]);
  const coordinator = await identity.ask(account.member("coordinator"), query);
  expect(coordinator.data.account).toMatchObject({ version: 1, policies: { supportAccess: true } });
});
