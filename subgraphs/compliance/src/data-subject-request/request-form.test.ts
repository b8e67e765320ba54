import { afterAll, beforeAll, expect, test } from "vitest";
import { dayMs, hourMs } from "@studio/kit/clock.js";
import { toGlobalId } from "@studio/kit/paging/global-id.js";
import { runCompliance, type Json, type RunningCompliance } from "../../test/running-compliance.js";
import { APPROVE, DENY, IDENTIFY, LIST, requestClient } from "../../test/requests.js";

let compliance: RunningCompliance;
let mutate: ReturnType<typeof requestClient>["mutate"];
let file: ReturnType<typeof requestClient>["file"];
let newClient: ReturnType<typeof requestClient>["newClient"];

beforeAll(async () => {
  compliance = await runCompliance();
  ({ mutate, file, newClient } = requestClient(compliance));
});

afterAll(() => compliance.stop());

test("the public form answers alike for whoever asks, and its request waits until somebody knows who it is", async () => {
  const { accountId, contact, officer, fileByForm } = await newClient();
  const [known, again, stranger] = [
    await fileByForm({ statement: "My data, please." }),
    await fileByForm({ email: "ANN@example.com" }),
    await fileByForm({ email: "nobody@example.com" }),
  ];
  for (const answer of [known, again, stranger]) {
    expect({ ...answer, receivedAt: "", dueAt: "" }).toEqual({
      __typename: "UnverifiedDataSubjectRequestFiled",
      receivedAt: "",
      dueAt: "",
      codes: [],
    });
    expect(Date.parse(answer.dueAt) - Date.parse(answer.receivedAt)).toBe(30 * dayMs);
  }
  const waiting = await compliance.ask(officer, LIST, { filter: { status: ["IDENTITY_UNVERIFIED"] } });
  const ids = waiting.data.dataSubjectRequests.edges.map(({ node }: Json) => node.id);
  expect(ids).toHaveLength(2);
  expect(await mutate(officer, APPROVE, { id: ids[0] })).toMatchObject({ __typename: "DataSubjectUnidentified" });
  const contactId = toGlobalId("Contact", contact.contactId);
  const identified = await mutate(officer, IDENTIFY, { id: ids[0], contactId });
  expect(identified.dataSubjectRequest).toMatchObject({
    status: "PENDING_REVIEW",
    origin: "FORM",
    contact: { id: contactId },
    claimant: { firstName: "Ann", lastName: "Lee", email: "ann@example.com" },
    statement: "My data, please.",
  });
  expect(await mutate(officer, IDENTIFY, { id: ids[1], contactId })).toMatchObject({
    __typename: "DataSubjectRequestDuplicate",
  });
  const denied = await mutate(officer, DENY, { id: ids[1], ground: "IDENTITY_NOT_PROVEN", explanation: "No answer." });
  expect(denied.dataSubjectRequest).toMatchObject({ status: "DENIED", denialGround: "IDENTITY_NOT_PROVEN" });
  const [reason] = await compliance.admin`
    select reason from compliance.audit_event where account_id = ${accountId} and action = 'request.denied'`;
  expect(reason).toEqual({ reason: "IDENTITY_NOT_PROVEN" });
});

test("nothing of what people said or who they said they are rests in the open", async () => {
  const { accountId, contact, fileByForm } = await newClient();
  await file(contact, "ACCESS", "canary-statement");
  await fileByForm({ firstName: "canary-first", email: "canary@example.com", statement: "canary-words" });
  const rows = await compliance.admin`
    select to_jsonb(r)::text as row from compliance.data_subject_request r where account_id = ${accountId}
    union all select to_jsonb(a)::text from compliance.audit_event a where account_id = ${accountId}
    union all select to_jsonb(e)::text from events.event e where account_id = ${accountId}`;
  expect(rows.length).toBeGreaterThan(5);
  const hex = Buffer.from("canary").toString("hex");
  expect(rows.filter(({ row }) => row.includes("canary") || row.includes(hex))).toEqual([]);
});

test("the form takes what is whole, of public studios, and so many an hour", async () => {
  const { accountId, studioId, fileByForm } = await newClient();
  for (const [field, value] of [
    ["email", "nobody"],
    ["firstName", " "],
    ["lastName", "x".repeat(101)],
    ["statement", "x".repeat(4001)],
  ] as const) {
    expect(await fileByForm({ [field]: value })).toMatchObject({
      __typename: "DataSubjectRequestInvalid",
      path: ["input", field],
    });
  }
  for (const studioSlug of ["nowhere", "NO WAY", "a\0b"]) {
    expect(await fileByForm({ studioSlug })).toMatchObject({ __typename: "DataSubjectStudioUnknown" });
  }
  await compliance.admin`update studio_configuration.studio set access = 'private' where id = ${studioId}`;
  expect(await fileByForm()).toMatchObject({ __typename: "DataSubjectStudioUnknown" });
  await compliance.admin`update studio_configuration.studio set access = 'public', status = 'archived' where id = ${studioId}`;
  await compliance.admin`
    insert into compliance.data_subject_request (account_id, id, kind, status, origin, received_at, due_at, claimant_index)
    select ${accountId}, gen_random_uuid(), 'access', 'identity_unverified', 'form', ${compliance.clock.now()},
      ${compliance.clock.now()}, decode(md5(n::text), 'hex') from generate_series(1, 200) n`;
  expect(await fileByForm()).toMatchObject({ __typename: "TooManyDataSubjectRequests" });
  compliance.clock.advance(hourMs + 1000);
  expect(await fileByForm()).toMatchObject({ __typename: "UnverifiedDataSubjectRequestFiled" });
  compliance.clock.reset();
});
