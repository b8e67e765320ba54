import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { dayMs } from "@studio/kit/clock.js";
import { readEvents } from "@studio/kit/events/read.js";
import { toGlobalId } from "@studio/kit/paging/global-id.js";
import { runCompliance, type Json, type RunningCompliance } from "../../test/running-compliance.js";
import { APPROVE, DENY, ENTER, IDENTIFY, LIST, ONE, WITHDRAW, requestClient } from "../../test/requests.js";

let compliance: RunningCompliance;
let mutate: ReturnType<typeof requestClient>["mutate"];
let file: ReturnType<typeof requestClient>["file"];
let newClient: ReturnType<typeof requestClient>["newClient"];

beforeAll(async () => {
  compliance = await runCompliance();
  ({ mutate, file, newClient } = requestClient(compliance));
});

afterAll(() => compliance.stop());

const traces = (accountId: string) =>
  compliance.openAs("compliance").inAccount(accountId, async (tx) => {
    const audits = await tx.execute<{ action: string }>(
      sql`select action from compliance.audit_event where subject_type = 'DataSubjectRequest' order by position`,
    );
    const events = await readEvents(tx, accountId, {
      after: { position: 0, day: "1970-01-01" },
      types: ["request.filed", "request.approved"],
      limit: 100,
    });
    return { audits: audits.map((row) => row.action), events: events.map(({ type }) => type) };
  });

test("P18: a contact asks, the privacy officer approves, and each step is kept, audited and announced", async () => {
  const { accountId, contact, officer } = await newClient();
  const filed = await file(contact, "ERASURE", "  Please erase my photos. ");
  const { dataSubjectRequest: request } = filed;
  expect(request).toMatchObject({
    kind: "ERASURE",
    status: "PENDING_REVIEW",
    origin: "CONTACT",
    statement: "Please erase my photos.",
    contact: { id: toGlobalId("Contact", contact.contactId) },
    claimant: null,
    decidedAt: null,
  });
  expect(Date.parse(request.dueAt) - Date.parse(request.receivedAt)).toBe(30 * dayMs);
  const approved = await mutate(officer, APPROVE, { id: request.id, explanation: "We will." });
  expect(approved.dataSubjectRequest).toMatchObject({
    status: "APPROVED",
    explanation: "We will.",
    denialGround: null,
  });
  const seen = await compliance.ask(contact, ONE, { id: request.id });
  const steps = seen.data.dataSubjectRequest.steps.map(({ step, actorKind }: Json) => `${step} by ${actorKind}`);
  expect(steps).toEqual(["RECEIVED by CONTACT", "PENDING_REVIEW by CONTACT", "APPROVED by MEMBER"]);
  expect(await traces(accountId)).toEqual({
    audits: ["request.filed", "request.approved"],
    events: ["request.filed", "request.approved"],
  });
});

test("asking the same again joins the open request, whose deadline stays; ten at once make one", async () => {
  const { accountId, contact, officer } = await newClient();
  const first = await file(contact, "ACCESS", "All of it.");
  compliance.clock.advance(3 * dayMs);
  const again = await file(contact, "ACCESS", "And the photos.");
  expect(again).toMatchObject({
    __typename: "JoinedDataSubjectRequest",
    dataSubjectRequest: {
      id: first.dataSubjectRequest.id,
      dueAt: first.dataSubjectRequest.dueAt,
      statement: "All of it.\n\nAnd the photos.",
    },
  });
  const entered = await mutate(officer, ENTER, { contactId: toGlobalId("Contact", contact.contactId), kind: "ACCESS" });
  expect(entered).toMatchObject({ __typename: "JoinedDataSubjectRequest" });
  const answers = await Promise.all(Array.from({ length: 10 }, () => file(contact, "OBJECTION")));
  expect(new Set(answers.map((answer) => answer.dataSubjectRequest.id)).size).toBe(1);
  expect(answers.filter((answer) => answer.__typename === "FiledDataSubjectRequest")).toHaveLength(1);
  expect((await traces(accountId)).audits).toEqual(["request.filed", "request.joined", "request.filed"]);
  compliance.clock.reset();
});

test("a request is decided once, withdrawn by its person only, and may be filed again then", async () => {
  const { contact, officer, newContact } = await newClient();
  const id = (await file(contact)).dataSubjectRequest.id;
  expect((await mutate(await newContact(), WITHDRAW, { id })).codes).toEqual(["NOT_FOUND"]);
  expect((await mutate(officer, WITHDRAW, { id })).codes).toEqual(["FORBIDDEN"]);
  expect((await mutate(contact, WITHDRAW, { id })).dataSubjectRequest.status).toBe("WITHDRAWN");
  for (const [viewer, mutation, more] of [
    [contact, WITHDRAW, {}],
    [officer, APPROVE, {}],
    [officer, DENY, { ground: "UNFOUNDED", explanation: "It is." }],
    [officer, IDENTIFY, { contactId: toGlobalId("Contact", contact.contactId) }],
  ] as const) {
    expect(await mutate(viewer, mutation, { id, ...more })).toMatchObject({
      __typename: "DataSubjectRequestNotOpen",
      status: "WITHDRAWN",
    });
  }
  expect(await file(contact)).toMatchObject({ __typename: "FiledDataSubjectRequest" });
  const both = await Promise.all(
    [APPROVE, APPROVE].map(async (mutation) => {
      const list = await compliance.ask(officer, LIST, { filter: { status: ["PENDING_REVIEW"], kind: ["ERASURE"] } });
      return mutate(officer, mutation, { id: list.data.dataSubjectRequests.edges[0].node.id });
    }),
  );
  expect(both.map((answer) => answer.__typename).toSorted((left, right) => left.localeCompare(right))).toEqual([
    "DataSubjectRequestNotOpen",
    "DataSubjectRequestPayload",
  ]);
});

test("lists what is due first, both ways, by status, kind and date", async () => {
  const { contact, officer, newContact } = await newClient();
  const ids: string[] = [];
  for (const [days, viewer, kind] of [
    [2, contact, "ACCESS"],
    [0, await newContact(), "ERASURE"],
    [1, contact, "ERASURE"],
  ] as const) {
    compliance.clock.advance(days * dayMs);
    ids.push((await file(viewer, kind)).dataSubjectRequest.id);
    compliance.clock.reset();
  }
  const [third, first, second] = ids;
  const page = async (variables: Json) => (await compliance.ask(officer, LIST, variables)).data.dataSubjectRequests;
  const idsOf = ({ edges }: Json) => edges.map(({ node }: Json) => node.id);
  const head = await page({ first: 2 });
  expect([idsOf(head), head.pageInfo.hasNextPage]).toEqual([[first, second], true]);
  expect(idsOf(await page({ first: 2, after: head.pageInfo.endCursor }))).toEqual([third]);
  const tail = await page({ last: 2 });
  expect([idsOf(tail), tail.pageInfo.hasPreviousPage]).toEqual([[second, third], true]);
  expect(idsOf(await page({ last: 2, before: tail.pageInfo.startCursor }))).toEqual([first]);
  expect(idsOf(await page({ filter: { kind: ["ERASURE"] } }))).toEqual([first, second]);
  const soon = new Date(compliance.clock.now().getTime() + 30.5 * dayMs).toISOString();
  expect(idsOf(await page({ filter: { dueBefore: soon } }))).toEqual([first]);
  expect(idsOf(await page({ filter: { status: ["APPROVED"] } }))).toEqual([]);
  const foreign = await compliance.ask(officer, LIST, { filter: { kind: ["ACCESS"] }, after: head.pageInfo.endCursor });
  expect(foreign.errors.map(({ code }) => code)).toEqual(["NOT_FOUND"]);
});

test("one contact files twenty requests a day and no more, and so keeps nobody else from asking", async () => {
  const { accountId, contact, newContact } = await newClient();
  const now = compliance.clock.now();
  await compliance.admin`
    insert into compliance.data_subject_request (account_id, id, contact_id, kind, status, origin, received_at, due_at)
    select ${accountId}, gen_random_uuid(), ${contact.contactId}, 'access', 'withdrawn', 'contact', ${now}, ${now}
    from generate_series(1, 20)`;
  expect(await file(contact)).toMatchObject({ __typename: "TooManyDataSubjectRequests" });
  expect(await file(await newContact())).toMatchObject({ __typename: "FiledDataSubjectRequest" });
  compliance.clock.advance(dayMs + 1000);
  expect(await file(contact)).toMatchObject({ __typename: "FiledDataSubjectRequest" });
  compliance.clock.reset();
});
