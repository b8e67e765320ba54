import { afterAll, beforeAll, expect, test } from "vitest";
import { EVENT_KINDS } from "@studio/identity/event/event-catalogue.js";
import type { Viewer } from "@studio/kit/auth/viewer.js";
import { minuteMs } from "@studio/kit/clock.js";
import { newId } from "@studio/kit/id.js";
import { ask } from "../../test/contact-client.js";
import { client, contactGid, member } from "../../test/viewers.js";
import { openWorld, type World } from "../../test/world.js";

let world: World;
beforeAll(async () => void (world = await openWorld({ workers: false })));
afterAll(() => world.close());

interface Page {
  edges: {
    cursor: string;
    node: { type: string; version: number; contactId: string | null; studioId: string | null };
  }[];
  endCursor: string;
}

async function page(viewer: Viewer, after: string | null, args = ""): Promise<Page> {
  const query = `query ($after: String) { eventPage(after: $after, first: 50 ${args}) {
    edges { cursor node { type version contactId studioId duplicateId contact { id } } } endCursor } }`;
  const { data, errors } = await ask<{ eventPage: Page }>(world.media, viewer, query, { after });
  expect(errors).toBeUndefined();
  return data!.eventPage;
}

/** Other subgraphs announce in the same log, through the same function. */
async function happen(accountId: string, events: { type: string; ids: Record<string, string> }[]): Promise<void> {
  const rows = events.map((event) => ({ id: newId(), ...event }));
  await world.sql.begin(async (sql) => {
    await sql`select set_config('app.account_id', ${accountId}, true)`;
    await sql`select events.append(${accountId}, ${world.clock.now()}, ${sql.json(rows)})`;
  });
}

const typesOf = ({ edges }: Page) => edges.map(({ node }) => node.type);

test("tells everything that happens in the account, with the ids that its type documents", async () => {
  const anna = await world.newcomer();
  const reader = client(anna.accountId, "integration", ["events:read", "contacts:read"]);
  const { endCursor: head } = await page(reader, null);
  const idsOf = (names: readonly string[]) =>
    Object.fromEntries(names.map((name) => [name, name === "contactId" ? anna.contactId : newId()]));
  const kinds = Object.entries(EVENT_KINDS);
  await happen(
    anna.accountId,
    kinds.map(([, { name, ids }]) => ({ type: name, ids: idsOf(ids) })),
  );
  const { edges } = await page(reader, head);
  expect(edges.map(({ node }) => node.type)).toEqual(kinds.map(([key]) => key));
  for (const [index, [, { ids, version }]] of kinds.entries()) {
    const { node } = edges[index]!;
    expect(node.version).toBe(version);
    expect(node.contactId !== null).toBe(ids.includes("contactId"));
    expect(node.studioId !== null).toBe(ids.includes("studioId"));
  }
  expect(typesOf(await page(reader, head, "types: [STUDIO_PUBLISHED]"))).toEqual(["STUDIO_PUBLISHED"]);
});

test("begins at an instant instead of a cursor, never at both", async () => {
  const { accountId, contactId } = await world.newcomer();
  const owner = member(accountId, "owner");
  await happen(accountId, [{ type: "contact.updated", ids: { contactId } }]);
  world.clock.advance(minuteMs);
  const since = world.clock.now().toISOString();
  await happen(accountId, [{ type: "contact.archived", ids: { contactId } }]);
  const { edges, endCursor } = await page(owner, null, `, since: "${since}"`);
  expect(edges.map(({ node }) => node.type)).toEqual(["CONTACT_ARCHIVED"]);
  const query = `{ eventPage(after: "${endCursor}", since: "${since}", first: 1) { endCursor } }`;
  const { errors } = await ask(world.media, owner, query);
  expect(errors![0]!.extensions.code).toBe("BAD_USER_INPUT");
});

test("a type that is not in the catalogue is not told", async () => {
  const { accountId } = await world.newcomer();
  const owner = member(accountId, "owner");
  const { endCursor: head } = await page(owner, null);
  await happen(accountId, [{ type: "thing.made", ids: {} }]);
  expect(await page(owner, head)).toMatchObject({ edges: [] });
});

test("shares its cursor with the feed of submissions", async () => {
  const { accountId, contactId } = await world.newcomer();
  const owner = member(accountId, "owner");
  const { endCursor: head } = await page(owner, null);
  await happen(accountId, [{ type: "contact.updated", ids: { contactId } }]);
  const after = (await page(owner, head)).edges[0]!.cursor;
  const query = `query ($after: String) { submissionEventPage(after: $after, first: 5) { edges { cursor } endCursor } }`;
  const { data } = await ask<{ submissionEventPage: Page }>(world.media, owner, query, { after });
  expect(data!.submissionEventPage).toEqual({ edges: [], endCursor: after });
});

test("of a contact who is no more it tells those who knew all contacts, and no coordinator", async () => {
  const { accountId } = await world.newcomer();
  const gone = newId();
  const tellTo = async (viewer: Viewer) => {
    const { endCursor: head } = await page(viewer, null);
    await happen(accountId, [{ type: "contact.archived", ids: { contactId: gone } }]);
    return (await page(viewer, head)).edges.map(({ node }) => node.contactId);
  };
  expect(await tellTo(member(accountId, "owner"))).toEqual([contactGid(gone)]);
  expect(await tellTo(client(accountId, "integration", ["events:read", "contacts:read"]))).toEqual([contactGid(gone)]);
  expect(await tellTo(member(accountId, "coordinator", [newId()]))).toEqual([]);
});
