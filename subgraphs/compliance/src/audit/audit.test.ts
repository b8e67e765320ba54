import { afterAll, beforeAll, expect, test } from "vitest";
import { anonymous, type Viewer } from "@studio/kit/auth/viewer.js";
import { dayMs } from "@studio/kit/clock.js";
import { toGlobalId } from "@studio/kit/paging/global-id.js";
import { seedConsents } from "../seed.js";
import { newAccount, runCompliance, type Json, type RunningCompliance } from "../../test/running-compliance.js";

const EVENTS = `query ($first: Int!, $after: String) { auditEvents(first: $first, after: $after) {
  edges { node { id position at actorKind actorId action subjectType subjectId requestId fields } }
  pageInfo { hasNextPage endCursor } } }`;
const GIVE = `mutation { giveConsent(input: { purpose: PROCESSING }) { __typename } }`;

const WITHDRAW = `mutation { withdrawConsent(input: { purpose: MARKETING }) { __typename } }`;
const VERIFY = "{ auditVerification { intact } }";

let compliance: RunningCompliance;

beforeAll(async () => {
  compliance = await runCompliance();
});

afterAll(() => compliance.stop());

test("pages through the trail, newest first, for the owner and the privacy officer", async () => {
  const account = await newAccount(compliance);
  const contact = await account.newContact();
  await seedConsents(compliance.options, account.accountId, account.studioId, [
    { contactId: contact.contactId, purpose: "marketing", state: "given" },
  ]);
  await compliance.ask(contact, WITHDRAW);
  await compliance.ask(contact, GIVE);
  const owner = account.member("owner");
  const first = await compliance.ask(owner, EVENTS, { first: 2 });
  const [newest] = first.data.auditEvents.edges;
  expect(newest.node).toMatchObject({
    position: 3,
    actorKind: "CONTACT",
    actorId: toGlobalId("Contact", contact.contactId),
    action: "consent.given",
    subjectId: toGlobalId("Contact", contact.contactId),
    requestId: "request",
    fields: ["processing"],
  });
  const { endCursor, hasNextPage } = first.data.auditEvents.pageInfo;
  expect(hasNextPage).toBe(true);
  const rest = await compliance.ask(owner, EVENTS, { first: 2, after: endCursor });
  expect(rest.data.auditEvents.edges.map(({ node }: Json) => node.position)).toEqual([1]);
  expect(rest.data.auditEvents.pageInfo.hasNextPage).toBe(false);
  expect(rest.data.auditEvents.edges[0].node).toMatchObject({
    actorKind: "SYSTEM",
    actorId: "seed",
    subjectType: "Account",
  });
  const stranger = (await newAccount(compliance)).member("owner");
  const foreign = await compliance.ask(stranger, EVENTS, { first: 2, after: endCursor });
  expect(foreign.errors.map((error) => error.code)).toEqual(["NOT_FOUND"]);
  expect((await compliance.ask(stranger, EVENTS, { first: 9 })).data.auditEvents.edges).toEqual([]);
  expect((await compliance.ask(owner, EVENTS, { first: 251 })).errors[0]?.code).toBe("BAD_USER_INPUT");
});

const FILTERED = `query ($filter: AuditEventFilter, $first: Int, $last: Int, $before: String) {
  auditEvents(filter: $filter, first: $first, last: $last, before: $before) {
    edges { node { id position } } pageInfo { hasPreviousPage startCursor } } }`;
const ONE = "query ($id: ID!) { auditEvent(id: $id) { id action } }";

test("finds entries by who, what, on what and when, and pages back from the oldest", async () => {
  const account = await newAccount(compliance);
  const [anna, ben] = [await account.newContact(), await account.newContact()];
  await compliance.ask(anna, GIVE);
  await compliance.ask(ben, GIVE);
  compliance.clock.advance(dayMs);
  const between = compliance.clock.now().toISOString();
  await compliance.ask(anna, `mutation { withdrawConsent(input: { purpose: PROCESSING }) { __typename } }`);
  compliance.clock.reset();
  const officer = account.member("privacy_officer");
  const positions = async (filter: Json, page: Json = {}) =>
    (await compliance.ask(officer, FILTERED, { filter, ...page })).data.auditEvents.edges.map(
      ({ node }: Json) => node.position,
    );
  const idOf = ({ contactId }: { contactId: string }) => toGlobalId("Contact", contactId);
  expect(await positions({ actorIds: [idOf(anna)] })).toEqual([3, 1]);
  expect(await positions({ subjectIds: [idOf(ben)], subjectTypes: ["Contact"] })).toEqual([2]);
  expect(await positions({ actions: ["consent.withdrawn"] })).toEqual([3]);
  expect(await positions({ actorKinds: ["MEMBER", "SYSTEM"] })).toEqual([]);
  expect(await positions({ actorKinds: ["CONTACT"], at: { until: between } })).toEqual([2, 1]);
  expect(await positions({ at: { from: between } })).toEqual([3]);
  const oldest = (await compliance.ask(officer, FILTERED, { last: 2 })).data.auditEvents;
  expect(oldest).toMatchObject({ edges: [{ node: { position: 2 } }, { node: { position: 1 } }] });
  expect(oldest.pageInfo.hasPreviousPage).toBe(true);
  const { startCursor } = oldest.pageInfo;
  expect(await positions(null, { last: 2, before: startCursor })).toEqual([3]);
  const elsewhere = await compliance.ask(officer, FILTERED, { filter: { actions: [] }, last: 2, before: startCursor });
  expect(elsewhere.errors.map((error) => error.code)).toEqual(["NOT_FOUND"]);
  const tooMany = await compliance.ask(officer, FILTERED, { filter: { actions: Array.from({ length: 101 }, String) } });
  expect(tooMany.errors).toMatchObject([{ code: "BAD_USER_INPUT" }]);
  const [{ node }] = oldest.edges;
  expect((await compliance.ask(officer, ONE, { id: node.id })).data.auditEvent.action).toBe("consent.given");
  const stranger = (await newAccount(compliance)).member("owner");
  for (const id of [node.id, idOf(anna), "nonsense"]) {
    expect((await compliance.ask(stranger, ONE, { id })).errors.map((error) => error.code)).toEqual(["NOT_FOUND"]);
  }
});

test("nobody else reads the trail or its verification", async () => {
  const account = await newAccount(compliance);
  const others: Viewer[] = [
    account.member("admin"),
    account.member("coordinator"),
    await account.newContact(),
    account.client("integration", ["contacts:read"]),
  ];
  for (const query of [VERIFY, "{ auditEvents { edges { node { id } } } }", `{ auditEvent(id: "x") { id } }`]) {
    for (const viewer of others) {
      expect((await compliance.ask(viewer, query)).errors.map((error) => error.code)).toEqual(["FORBIDDEN"]);
    }
    expect((await compliance.ask(anonymous, query)).errors.map((error) => error.code)).toEqual(["UNAUTHENTICATED"]);
  }
});
