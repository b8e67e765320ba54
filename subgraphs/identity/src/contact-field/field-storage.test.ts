import { afterAll, beforeAll, expect, test } from "vitest";
import { fromGlobalId, toGlobalId } from "@studio/kit/paging/global-id.js";
import { changeField, createField, definition, stepField } from "../../test/contact-fields.js";
import { edit, gid as contactGid } from "../../test/edit-contact.js";
import { completed, stored, valuesOf } from "../../test/field-values.js";
import { newAccount } from "../../test/new-account.js";
import { runIdentity, type RunningIdentity } from "../../test/running-identity.js";
import { errorsOf, only } from "../../test/sync.js";
import { whileHeld } from "../../test/while-held.js";

let identity: RunningIdentity;

beforeAll(async () => {
  identity = await runIdentity();
});

afterAll(() => identity.stop());

const gid = (id: string) => toGlobalId("ContactField", id);

test("a value of a raised field is never written plain again, not by who began before it was raised", async () => {
  const own = await newAccount(identity, 3);
  const id = own.seed.fieldIdOf("job_title");
  const plain = identity.admin`update identity.contact set custom = custom || ${identity.admin.json({ [id]: "Late" })}
    where account_id = ${own.accountId} and id = ${own.contactId(0)}`;
  const raise = () => changeField(identity, own.member("owner"), { id: gid(id), version: 1, sensitivity: "L2" });
  const raised = await identity.admin.begin(async (tx) => {
    await tx`update identity.contact set custom = custom || ${tx.json({ [id]: "Early" })}
      where account_id = ${own.accountId} and id = ${own.contactId(1)}`;
    const raised = { answer: raise() };
    await expect
      .poll(
        async () => (await identity.admin`select 1 from pg_locks where not granted and locktype = 'advisory'`).length,
        {
          timeout: 10_000,
        },
      )
      .toBe(1);
    return raised;
  });
  expect(await raised.answer).toMatchObject({ run: { kind: "MOVE" } });
  await completed(identity, id, own);
  expect(await stored(identity, own, id)).toEqual({ plain: 0, sealed: 3 });
  expect(await valuesOf(identity, own, "job_title")).toContain("Early");
  await expect(plain).rejects.toMatchObject({ code: "40001" });
});

test("a field that is raised while people are synced and changed takes their values sealed", async () => {
  const own = await newAccount(identity, 2);
  const id = own.seed.fieldIdOf("job_title");
  const phone = "+4915112345678";
  const values = { phone, customFields: [{ key: "job_title", value: "Poet" }] };
  const [synced, changed, raised] = await whileHeld(
    identity.admin,
    (tx) => tx`lock table identity.contact_key in access exclusive mode`,
    [
      () => only(identity, own.member("owner"), { externalId: "E-000001", ...values }),
      () =>
        edit(identity, own.member("owner"), "updateContact", {
          id: contactGid(own.contactId(1)),
          version: 1,
          ...values,
        }),
      () => changeField(identity, own.member("owner"), { id: gid(id), version: 1, sensitivity: "L2" }),
    ],
  );
  expect([synced.outcome, changed.type, raised.type]).toEqual([
    "UPDATED",
    "UpdateContactPayload",
    "UpdateContactFieldPayload",
  ]);
  await completed(identity, id, own);
  expect(await stored(identity, own, id)).toEqual({ plain: 0, sealed: 2 });
});

const INDEXING = `query { contactFields { key indexing } }`;
const COUNT = `query ($filter: ContactFilter) { contacts(filter: $filter) { totalCount } }`;

test("a field that becomes filterable is indexed by a job that goes on where it stopped; lists wait for it", async () => {
  const own = await newAccount(identity, 5);
  const owner = own.member("owner");
  const id = own.seed.fieldIdOf("job_title");
  const before = await valuesOf(identity, own, "job_title");
  const filter = { custom: { key: "job_title", eq: before[0] } };
  const count = () => identity.subgraph.execute({ query: COUNT, variables: { filter }, viewer: owner, requestId: "r" });
  const indexing = async () => {
    const { data } = await identity.ask(owner, INDEXING);
    return data.contactFields.find(({ key }: { key: string }) => key === "job_title").indexing;
  };
  expect(await indexing()).toBe("NONE");
  await identity.admin.begin(async (tx) => {
    await tx`lock table identity.contact in share mode`;
    expect(await changeField(identity, owner, { id: gid(id), version: 1, filterable: true })).toMatchObject({
      run: { kind: "INDEX", state: "RUNNING" },
    });
    expect(await indexing()).toBe("PREPARING");
    expect((await count()).errors).toMatchObject([
      { extensions: { code: "CONFLICT", reason: "INDEX_NOT_READY", argument: "filter.custom" } },
    ]);
  });
  expect(await completed(identity, id, own)).toMatchObject({ kind: "INDEX", done: 5 });
  expect(await indexing()).toBe("READY");
  expect((await count()).data).toEqual({
    contacts: { totalCount: before.filter((value: unknown) => value === before[0]).length },
  });
  expect(await changeField(identity, owner, { id: gid(id), version: 2, filterable: false })).toMatchObject({
    run: null,
  });
  const again = await createField(identity, owner, { ...definition("badge"), filterable: true });
  expect(await completed(identity, fromGlobalId("ContactField", again.field.id), own)).toMatchObject({
    kind: "INDEX",
    done: 5,
  });
  const badge = await identity.ask(owner, COUNT, { filter: { custom: { key: "badge", isSet: true } } });
  expect(badge.data.contacts.totalCount).toBe(0);
});

test("goes from active to deprecated to archived and back, and shows values until it is archived", async () => {
  const account = await newAccount(identity, 1);
  const admin = account.member("admin");
  const id = toGlobalId("ContactField", account.seed.fieldIdOf("job_title"));
  const shown = async () => {
    const { data } = await identity.ask(
      admin,
      `{ contacts(first: 1) { edges { node { customFields(keys: ["job_title"]) { value } } } } }`,
    );
    return data.contacts.edges[0].node.customFields;
  };
  expect(await stepField(identity, admin, "archive", id)).toMatchObject({ type: "WrongContactFieldState" });
  expect(await stepField(identity, admin, "deprecate", id)).toMatchObject({ field: { state: "DEPRECATED" } });
  expect(await shown()).toEqual([{ value: "Engineer" }]);
  const give = (value: unknown) =>
    only(identity, admin, { externalId: "E-000001", customFields: [{ key: "job_title", value }] });
  const refused = await give("Boss");
  expect(errorsOf(refused)).toEqual(["FieldNotWritable customFields.0.value"]);
  expect(refused.errors[0].message).toBe("You may not change this: the field is deprecated.");
  expect((await give("Engineer")).outcome).toBe("UNCHANGED");
  const contact = toGlobalId("Contact", account.contactId(0));
  const explained = `{ explainFieldAccess(viewer: { role: ADMIN }, contact: "${contact}", field: "job_title") {
    read { outcome } write { outcome decidedBy } } }`;
  expect((await identity.ask(admin, explained)).data.explainFieldAccess).toEqual({
    read: { outcome: "READ" },
    write: { outcome: "DENIED", decidedBy: "FIELD_STATE" },
  });
  expect(await stepField(identity, admin, "archive", id)).toMatchObject({ field: { state: "ARCHIVED" } });
  expect(await shown()).toEqual([]);
  expect(errorsOf(await give("Engineer"))).toEqual(["UnknownField customFields.0.key"]);
  expect(await stepField(identity, admin, "reinstate", id)).toMatchObject({ field: { state: "ACTIVE" } });
  expect(await shown()).toEqual([{ value: "Engineer" }]);
});
