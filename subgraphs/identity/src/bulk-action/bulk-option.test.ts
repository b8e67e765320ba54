import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { fromGlobalId, toGlobalId } from "@studio/kit/paging/global-id.js";
import { bulkActions } from "../../test/bulk.js";
import { changeField, createField, definition, stepField } from "../../test/contact-fields.js";
import { gid } from "../../test/edit-contact.js";
import { newAccount, type TestAccount } from "../../test/new-account.js";
import { runIdentity, type RunningIdentity } from "../../test/running-identity.js";

let identity: RunningIdentity;
let account: TestAccount;
let bulk: ReturnType<typeof bulkActions>;

beforeAll(async () => {
  identity = await runIdentity();
  bulk = bulkActions(identity);
});

beforeEach(async () => {
  account = await newAccount(identity, 5);
});

afterAll(() => identity.stop());

const OPTIONS = ["fair", "summit", "retreat"].map((id) => ({ id, labels: [{ locale: "en", text: id }] }));

async function addField(more: Record<string, unknown> = {}) {
  const field = { ...definition("tags"), type: "MULTI_SELECT", options: OPTIONS, ...more };
  const created = await createField(identity, account.member("owner"), field);
  return { id: String(created.field.id), version: Number(created.field.version) };
}

const everybody = () => ({ contactIds: [0, 1, 2, 3, 4].map((index) => gid(account.contactId(index))) });

async function tag(kind: "ADD_OPTION" | "REMOVE_OPTION", fieldId: string, optionId: string, role: "owner" | "admin") {
  const started = await bulk.start(account.member(role), { kind, fieldId, optionId, target: everybody() });
  if (!started.bulkAction) return started;
  const action = await bulk.ended(account.member("owner"), started.bulkAction.id);
  return action.rows.edges.map(
    ({ node }: { node: { outcome: string; refusal: string | null } }) => node.refusal ?? node.outcome,
  );
}

const tagsOf = async (index: number) => {
  const query = `query ($id: ID!) { contact(id: $id) { customFields(keys: ["tags"]) { value } } }`;
  const { data } = await identity.ask(account.member("owner"), query, { id: gid(account.contactId(index)) });
  return data.contact.customFields[0].value;
};

const CHANGED = Array(5).fill("CHANGED");

test("gives contacts an option and takes it away again, where values are sealed too", async () => {
  const { id } = await addField({ sensitivity: "L2", owner: "HR" });
  expect(await tag("ADD_OPTION", id, "summit", "owner")).toEqual(CHANGED);
  expect(await tag("ADD_OPTION", id, "fair", "owner")).toEqual(CHANGED);
  expect(await tag("ADD_OPTION", id, "fair", "owner")).toEqual(Array(5).fill("UNCHANGED"));
  expect(await tagsOf(0)).toEqual(["fair", "summit"]);
  const [kept] =
    await identity.admin`select custom ->> ${fromGlobalId("ContactField", id)} as plain from identity.contact
    where id = ${account.contactId(0)}`;
  expect(kept!["plain"]).toBeNull();
  expect(await tag("REMOVE_OPTION", id, "summit", "owner")).toEqual(CHANGED);
  expect(await tag("REMOVE_OPTION", id, "fair", "owner")).toEqual(CHANGED);
  expect(await tagsOf(0)).toBeNull();
  const audit =
    await identity.admin`select count(*)::int as n from compliance.audit_event where action = 'contact.updated'
    and account_id = ${account.accountId} and fields @> '["customFields.tags"]'`;
  expect(audit[0]!["n"]).toBe(20);
});

test("each contact is decided as a change of it alone would be", async () => {
  const [, merged, erased, restricted] = [0, 1, 2, 3].map((index) => account.contactId(index)) as string[];
  await identity.admin`update identity.contact set status = 'archived', merged_into = ${account.contactId(0)}
    where id = ${merged!}`;
  await identity.admin`update identity.contact set status = 'erasing' where id = ${erased!}`;
  await identity.admin`update identity.contact set restricted_at = now() where id = ${restricted!}`;
  const open = await addField();
  expect(await tag("ADD_OPTION", open.id, "fair", "admin")).toEqual([
    "CHANGED",
    "MERGED",
    "ERASED",
    "RESTRICTED",
    "CHANGED",
  ]);
});

test("whoever may not write the field changes nobody, and what is required is not taken away", async () => {
  const confidential = await addField({ sensitivity: "L2", owner: "HR" });
  expect(await tag("ADD_OPTION", confidential.id, "fair", "admin")).toEqual(Array(5).fill("NOT_WRITABLE"));
  expect(await tagsOf(0)).toBeNull();
  const needed = await addField({ key: "needed", validation: { required: true } });
  expect(await tag("ADD_OPTION", needed.id, "fair", "admin")).toEqual(CHANGED);
  expect(await tag("REMOVE_OPTION", needed.id, "fair", "admin")).toEqual(Array(5).fill("NOT_FITTING"));
});

test("a retired option is taken away, and not given; a field out of use is left alone", async () => {
  const { id, version } = await addField();
  await tag("ADD_OPTION", id, "fair", "admin");
  await changeField(identity, account.member("owner"), { id, version, options: OPTIONS.slice(1) });
  expect(await tag("ADD_OPTION", id, "fair", "admin")).toMatchObject({
    type: "InvalidValue",
    path: ["input", "optionId"],
  });
  expect(await tag("REMOVE_OPTION", id, "fair", "admin")).toEqual(CHANGED);
  await stepField(identity, account.member("owner"), "deprecate", id);
  expect(await tag("ADD_OPTION", id, "summit", "admin")).toMatchObject({ type: "InvalidValue" });
  const unknown = await tag("ADD_OPTION", toGlobalId("ContactField", account.accountId), "fair", "admin");
  expect(unknown.refused[0].code).toBe("NOT_FOUND");
});
