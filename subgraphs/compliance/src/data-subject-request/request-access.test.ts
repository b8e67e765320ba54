import { afterAll, beforeAll, expect, test } from "vitest";
import { sql } from "drizzle-orm";
import { anonymous, type Viewer } from "@studio/kit/auth/viewer.js";
import { fromGlobalId, toGlobalId } from "@studio/kit/paging/global-id.js";
import { newAccount, runCompliance, type Json, type RunningCompliance } from "../../test/running-compliance.js";
import {
  APPROVE,
  DENY,
  ENTER,
  FORM,
  IDENTIFY,
  LIST,
  OF_CONTACT,
  ONE,
  WITHDRAW,
  requestClient,
} from "../../test/requests.js";
import { dataSubjectRequestById, stepsByRequest } from "./data-subject-request.loader.js";

let compliance: RunningCompliance;
let mutate: ReturnType<typeof requestClient>["mutate"];
let file: ReturnType<typeof requestClient>["file"];
let newClient: ReturnType<typeof requestClient>["newClient"];

beforeAll(async () => {
  compliance = await runCompliance();
  ({ mutate, file, newClient } = requestClient(compliance));
});

afterAll(() => compliance.stop());

const restrict = (contactId: string) =>
  compliance.admin`update identity.contact set restricted_at = now() where id = ${contactId}`;

test("who may what is what the access table's row says", async () => {
  const { accountId, groupId, contact, member, client, newContact } = await newClient();
  const { dataSubjectRequest: request } = await file(contact);
  const staff: Viewer = { kind: "staff", staffId: "s", accountId, grantId: "g", scopes: ["contacts:read"] };
  const input = { contactId: toGlobalId("Contact", contact.contactId), kind: "ACCESS" };
  const outcome = async (viewer: Viewer) => ({
    one: (await compliance.ask(viewer, ONE, { id: request.id })).errors.map(({ code }) => code),
    list: (await compliance.ask(viewer, LIST, {})).errors.map(({ code }) => code),
    enter: (await mutate(viewer, ENTER, input)).codes,
    deny: (await mutate(viewer, DENY, { id: request.id, ground: "UNFOUNDED", explanation: " " })).codes,
  });
  const all = (one: string[], list: string[], enter: string[], deny: string[]) => ({ one, list, enter, deny });
  const closed = all(["FORBIDDEN"], ["FORBIDDEN"], ["FORBIDDEN"], ["FORBIDDEN"]);
  expect(await outcome(member("owner"))).toEqual(all([], [], [], []));
  expect(await outcome(member("privacy_officer"))).toEqual(all([], [], [], []));
  expect(await outcome(member("admin"))).toEqual(all([], [], [], ["FORBIDDEN"]));
  expect(await outcome(contact)).toEqual({ ...closed, one: [] });
  expect(await outcome(await newContact())).toEqual({ ...closed, one: ["NOT_FOUND"] });
  for (const viewer of [
    member("coordinator", [groupId]),
    client("integration", ["contacts:read"]),
    client("hr_sync", ["contacts:read", "contacts:write"]),
    staff,
  ]) {
    expect(await outcome(viewer)).toEqual(closed);
    expect((await file(viewer)).codes).toEqual(["FORBIDDEN"]);
    expect(
      (await mutate(viewer, FORM, { studioSlug: "s", kind: "ACCESS", firstName: "A", lastName: "B", email: "a@b" }))
        .codes,
    ).toEqual(["FORBIDDEN"]);
    const asContact = { __typename: "Contact", id: input.contactId };
    const { data, errors } = await compliance.ask(viewer, OF_CONTACT, { of: [asContact] });
    expect([data.entities[0].dataSubjectRequests, errors.map(({ code }) => code)]).toEqual([null, ["FORBIDDEN"]]);
  }
  const stranger = (await newAccount(compliance)).member("owner");
  expect(await outcome(stranger)).toMatchObject({ one: ["NOT_FOUND"], enter: ["NOT_FOUND"] });
  expect((await mutate(stranger, APPROVE, { id: request.id })).codes).toEqual(["NOT_FOUND"]);
  expect((await compliance.ask(stranger, LIST, {})).data.dataSubjectRequests.edges).toEqual([]);
});

test("a contact under restriction reaches their requests; others with a purpose, or not at all", async () => {
  const { contact, officer, member } = await newClient();
  await restrict(contact.contactId);
  const filed = await file(contact, "ERASURE", "Now erase it.");
  expect(filed.dataSubjectRequest).toMatchObject({ status: "PENDING_REVIEW", statement: "Now erase it." });
  const { id } = filed.dataSubjectRequest;
  const asked = (viewer: Viewer, purpose?: "rights_request") =>
    compliance.ask(viewer, ONE, { id }, purpose && { purpose, note: null });
  const listed = async (viewer: Viewer, purpose?: "rights_request") =>
    (await compliance.ask(viewer, LIST, {}, purpose && { purpose, note: null })).data.dataSubjectRequests.edges.length;
  for (const viewer of [officer, member("owner"), member("admin")]) {
    const { data, errors } = await asked(viewer);
    expect(data.dataSubjectRequest).toMatchObject({ id, kind: null, statement: null, steps: null });
    expect(new Set(errors.map(({ code }) => code))).toEqual(new Set(["FORBIDDEN"]));
    expect(await listed(viewer)).toBe(0);
  }
  expect((await mutate(officer, APPROVE, { id })).codes).toEqual(["FORBIDDEN"]);
  expect((await asked(officer, "rights_request")).data.dataSubjectRequest).toMatchObject({
    statement: "Now erase it.",
  });
  expect([await listed(officer, "rights_request"), await listed(member("admin"), "rights_request")]).toEqual([1, 0]);
  const approved = await compliance.ask(officer, APPROVE, { input: { id } }, { purpose: "rights_request", note: null });
  expect(approved.data.done.dataSubjectRequest.status).toBe("APPROVED");
  expect((await mutate(contact, WITHDRAW, { id })).__typename).toBe("DataSubjectRequestNotOpen");
});

test("owner and officer keep requests of a contact under restriction for a stated purpose, which is on record", async () => {
  const { accountId, contact, officer, member, fileByForm } = await newClient();
  await restrict(contact.contactId);
  const contactId = toGlobalId("Contact", contact.contactId);
  const asked = async (viewer: Viewer, mutation: string, input: object, purpose?: "rights_request") => {
    const { data, errors } = await compliance.ask(viewer, mutation, { input }, purpose && { purpose, note: null });
    return errors[0]?.code ?? (data.filed ?? data.done).__typename;
  };
  await fileByForm();
  const [unverified] = await compliance.admin<{ id: string }[]>`
    select id from compliance.data_subject_request where account_id = ${accountId} and contact_id is null`;
  const enter = { contactId, kind: "ERASURE" };
  const identify = { id: toGlobalId("DataSubjectRequest", unverified!.id), contactId };
  for (const viewer of [officer, member("owner"), member("admin")]) {
    expect(await asked(viewer, ENTER, enter)).toBe("FORBIDDEN");
    expect(await asked(viewer, IDENTIFY, identify)).toBe("FORBIDDEN");
  }
  expect(await asked(member("admin"), ENTER, enter, "rights_request")).toBe("FORBIDDEN");
  expect(await asked(member("admin"), IDENTIFY, identify, "rights_request")).toBe("FORBIDDEN");
  expect(await asked(officer, ENTER, enter, "rights_request")).toBe("FiledDataSubjectRequest");
  expect(await asked(member("owner"), ENTER, enter, "rights_request")).toBe("JoinedDataSubjectRequest");
  expect(await asked(officer, IDENTIFY, identify, "rights_request")).toBe("DataSubjectRequestPayload");
  const reads = await compliance.admin<{ reason: string; fields: string[] }[]>`
    select reason, fields from compliance.audit_event
    where account_id = ${accountId} and action = 'contact.read' and subject_id = ${contact.contactId}`;
  expect(reads.filter(({ fields }) => fields.includes("dataSubjectRequests"))).toHaveLength(3);
  expect(new Set(reads.map(({ reason }) => reason))).toEqual(new Set(["RIGHTS_REQUEST"]));
});

test("the platform's staff see how many there are, and nobody else does", async () => {
  const { contact, member, accountId } = await newClient();
  const staff: Viewer = { kind: "staff", staffId: "s", accountId: null, grantId: null, scopes: [] };
  const count = async () => {
    const { data } = await compliance.ask(staff, "{ dataSubjectRequestCounts { status count } }");
    return Object.fromEntries(data.dataSubjectRequestCounts.map((row: Json) => [row.status, row.count]));
  };
  const { id } = (await file(contact)).dataSubjectRequest;
  const before = await count();
  await mutate(contact, WITHDRAW, { id });
  const now = await count();
  expect(now.PENDING_REVIEW - before.PENDING_REVIEW).toBe(-1);
  expect(now.WITHDRAWN - (before.WITHDRAWN ?? 0)).toBe(1);
  for (const viewer of [contact, member("owner"), { ...staff, accountId, grantId: "g" }]) {
    const { errors } = await compliance.ask(viewer, "{ dataSubjectRequestCounts { count } }");
    expect(errors.map(({ code }) => code)).toEqual(["FORBIDDEN"]);
  }
});

test("beneath the rules, a request is nobody's outside its account and its person's reach", async () => {
  const { accountId, contact, groupId, member, newContact } = await newClient();
  const { id } = (await file(contact)).dataSubjectRequest;
  const stranger = await newAccount(compliance);
  const query =
    "query ($of: [_Any!]!) { entities: _entities(representations: $of) { ... on DataSubjectRequest { id } } }";
  const found = async (viewer: Viewer) =>
    (await compliance.ask(viewer, query, { of: [{ __typename: "DataSubjectRequest", id }] })).data.entities;
  expect(await found(contact)).toEqual([{ id }]);
  const outside = [anonymous, await newContact(), stranger.member("owner"), member("coordinator", [groupId])];
  for (const viewer of outside) expect(await found(viewer)).toEqual([null]);
  const db = compliance.openAs("compliance");
  const uuid = fromGlobalId("DataSubjectRequest", id);
  expect(await dataSubjectRequestById(db, accountId).load(uuid)).toMatchObject({ id: uuid });
  for (const other of [stranger.accountId, null]) {
    expect(await dataSubjectRequestById(db, other).load(uuid)).toBeNull();
    expect(await stepsByRequest(db, other).load(uuid)).toEqual([]);
  }
  const count = sql`select (select count(*) from compliance.data_subject_request)::int
    + (select count(*) from compliance.data_subject_request_step)::int as n`;
  const rows = async (account: string) => (await db.inAccount(account, (tx) => tx.execute(count)))[0];
  expect([await rows(accountId), await rows(stranger.accountId)]).toEqual([{ n: 3 }, { n: 0 }]);
});
