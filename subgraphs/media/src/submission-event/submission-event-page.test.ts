import { afterAll, beforeAll, expect, test } from "vitest";
import type { ContactViewer, Viewer } from "@studio/kit/auth/viewer.js";
import { newId } from "@studio/kit/id.js";
import { ask, openUpload, type Answer } from "../../test/contact-client.js";
import { client, contactGid, member, studioGid } from "../../test/viewers.js";
import { openWorld, type World } from "../../test/world.js";

let world: World;
beforeAll(async () => void (world = await openWorld({ workers: false })));
afterAll(() => world.close());

interface Page {
  edges: { cursor: string; node: { id: string; type: string; contact: { id: string }; studio: { id: string } } }[];
  endCursor: string;
  hasMore: boolean;
}

async function tryPage(viewer: Viewer, args: Record<string, unknown>): Promise<Answer<{ submissionEventPage: Page }>> {
  return ask(
    world.media,
    viewer,
    `query ($after: String, $first: Int!, $types: [SubmissionEventType!], $studioIds: [ID!]) {
      submissionEventPage(after: $after, first: $first, types: $types, studioIds: $studioIds) {
        edges { cursor node { id type submission { id status } contact { id } studio { id } } } endCursor hasMore } }`,
    { first: 10, ...args },
  );
}

async function page(viewer: Viewer, args: Record<string, unknown> = {}): Promise<Page> {
  const { data, errors } = await tryPage(viewer, args);
  expect(errors).toBeUndefined();
  return data!.submissionEventPage;
}

const contacts = (of: Page) => of.edges.map(({ node }) => node.contact.id);

/** Makes one event, `submission.created`, of each contact. */
async function happen(...viewers: ContactViewer[]): Promise<void> {
  for (const viewer of viewers) await openUpload(world.media, viewer, Buffer.alloc(10), "image/png");
}

test("begins at the head without a cursor, and misses nothing from there", async () => {
  const anna = await world.newcomer();
  const integration = client(anna.accountId, "integration", ["events:read", "contacts:read"]);
  await happen(anna);
  const start = await page(integration);
  expect(start).toMatchObject({ edges: [], hasMore: false });
  await happen(anna, anna);
  const next = await page(integration, { after: start.endCursor });
  expect(next.edges.map(({ node }) => node.type)).toEqual(["SUBMISSION_CREATED", "SUBMISSION_CREATED"]);
  expect(await page(integration, { after: next.endCursor })).toMatchObject({ edges: [], hasMore: false });
});

test("goes on behind each event's cursor as behind the page's", async () => {
  const anna = await world.newcomer();
  const owner = member(anna.accountId, "owner");
  const { endCursor: head } = await page(owner);
  await happen(anna, anna, anna, anna, anna);
  const all = (await page(owner, { after: head })).edges.map(({ node }) => node.id);
  const first = await page(owner, { after: head, first: 2 });
  expect(first.hasMore).toBe(true);
  expect(first.edges.at(-1)!.cursor).not.toBe(first.edges[0]!.cursor);
  const rest = await page(owner, { after: first.edges[0]!.cursor, first: 250 });
  expect([first.edges[0]!.node.id, ...rest.edges.map(({ node }) => node.id)]).toEqual(all);
  const seen: string[] = [];
  for (let after = head, more = true; more;) {
    const at = await page(owner, { after, first: 2 });
    seen.push(...at.edges.map(({ node }) => node.id));
    [after, more] = [at.endCursor, at.hasMore];
  }
  expect(seen).toEqual(all);
});

test("tells an event under the id of every other way of reading, with the ids of what it is about", async () => {
  const anna = await world.newcomer();
  const owner = member(anna.accountId, "owner");
  const { endCursor: after } = await page(owner);
  await happen(anna);
  const fields = "id version submissionId contactId studioId photoId";
  const { data } = await ask<Record<string, { edges: { node: Record<string, unknown> }[] }>>(
    world.media,
    owner,
    `query ($after: String) {
      eventPage(after: $after, first: 1, types: [SUBMISSION_CREATED]) { edges { node { ${fields} } } }
      submissionEventPage(after: $after, first: 1) { edges { node { ${fields} } } } }`,
    { after },
  );
  const [event] = data!["eventPage"]!.edges;
  expect(data!["submissionEventPage"]!.edges).toEqual([event]);
  expect(event!.node).toMatchObject({ version: 1, contactId: contactGid(anna.contactId) });
});

test("moves on past what a filter leaves out, by type and by studio", async () => {
  const anna = await world.newcomer();
  const ben = await world.addContact(anna.accountId, await world.addStudio(anna.accountId));
  const owner = member(anna.accountId, "owner");
  const { endCursor: head } = await page(owner);
  await happen(anna, ben, anna);
  const none = await page(owner, { after: head, types: ["PHOTO_READY"] });
  expect(none).toMatchObject({ edges: [], hasMore: false });
  expect((await page(owner, { after: none.endCursor })).edges).toEqual([]);
  const bens = await page(owner, { after: head, studioIds: [studioGid(ben.studioId)] });
  expect(contacts(bens)).toEqual([contactGid(ben.contactId)]);
  expect((await page(owner, { after: bens.endCursor })).edges).toEqual([]);
  const step = await page(owner, { after: head, first: 1, studioIds: [studioGid(ben.studioId)] });
  expect(step).toMatchObject({ edges: [], hasMore: true });
  expect(contacts(await page(owner, { after: step.endCursor, first: 1 }))).toEqual([contactGid(ben.contactId)]);
});

test("passes over contacts outside the viewer's reach, and moves on", async () => {
  const [group, other] = [newId(), newId()];
  const anna = await world.newcomer({ groupIds: [group] });
  const ben = await world.addContact(anna.accountId, anna.studioId, { groupIds: [other] });
  const coordinator = member(anna.accountId, "coordinator", [group]);
  const { endCursor: head } = await page(coordinator);
  await happen(ben, anna, ben);
  const seen = await page(coordinator, { after: head });
  expect(contacts(seen)).toEqual([contactGid(anna.contactId)]);
  expect((await page(coordinator, { after: seen.endCursor })).edges).toEqual([]);
});

test("refuses a cursor of another account, a changed one, pages out of bounds, and lists that match nothing", async () => {
  const anna = await world.newcomer();
  const ben = await world.newcomer();
  const owner = member(anna.accountId, "owner");
  const { endCursor: foreign } = await page(member(ben.accountId, "owner"));
  const codeOf = async (args: object) => (await tryPage(owner, { ...args })).errors?.[0]?.extensions.code;
  expect(await codeOf({ after: foreign })).toBe("NOT_FOUND");
  expect(await codeOf({ after: `${(await page(owner)).endCursor.slice(0, -2)}AA` })).toBe("NOT_FOUND");
  expect(await codeOf({ after: "" })).toBe("NOT_FOUND");
  for (const first of [0, -1, 251]) expect(await codeOf({ first })).toBe("BAD_USER_INPUT");
  for (const nothing of [{ types: [] }, { studioIds: [] }]) expect(await codeOf(nothing)).toBe("BAD_USER_INPUT");
});

test("answers members, and integrations with the scope; nobody else", async () => {
  const anna = await world.newcomer();
  const { accountId } = anna;
  for (const role of ["owner", "admin", "coordinator", "privacy_officer"] as const) await page(member(accountId, role));
  await page(client(accountId, "integration", ["events:read"]));
  const codeFor = async (viewer: Viewer) => (await tryPage(viewer, {})).errors![0]!.extensions.code;
  expect(await codeFor(client(accountId, "integration", ["contacts:read"]))).toBe("FORBIDDEN");
  expect(await codeFor(client(accountId, "hr_sync", ["events:read"]))).toBe("FORBIDDEN");
  expect(await codeFor(anna)).toBe("FORBIDDEN");
  expect(await codeFor({ kind: "staff", staffId: "s", accountId, grantId: "g", scopes: ["events:read"] })).toBe(
    "FORBIDDEN",
  );
  expect(await codeFor({ kind: "anonymous", accountId })).toBe("UNAUTHENTICATED");
});
