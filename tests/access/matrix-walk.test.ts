import { afterAll, beforeAll, expect, test } from "vitest";
import { toGlobalId } from "@studio/kit/paging/global-id.js";
import type { Viewer } from "../support/access/cast.js";
import { CONTACTS, FIELDS, ROWS_WITHOUT_FIELD, type Field } from "../support/access/fields.js";
import { COLUMNS, ROWS, phraseAt } from "../support/access/matrix.js";
import { plantWorld, type World } from "../support/access/world.js";
import { post } from "../support/http.js";
import { startTestPlatform, type TestPlatform } from "../support/platform.js";
import { readApi } from "./random/run.js";
import { readsRestricted, type Brought } from "../support/access/oracle.js";
import { explainer, exporter } from "./matrix-explained.js";
import { outcomesOf } from "./matrix-lists.js";
import { OUTSIDE, expectedOf, placesFor, shownOf, target, usable } from "./matrix-sight.js";
import { eventsFor } from "./matrix-stream.js";
import { ALL, CANNOT, USES, fieldsFor, outcomeOfUse, type Shown } from "./matrix-uses.js";
import { changedBy } from "./told-of-restricted.js";
import { changedValues, changersOf, mayWrite, ownMutation, updateAs } from "./matrix-writes.js";

let platform: TestPlatform;
let world: World;
let viewers: readonly Viewer[];

beforeAll(async () => {
  platform = await startTestPlatform({ LIMIT_COST: "1000000000", LIMIT_COST_RESTORE: "1000000000" });
  world = await plantWorld(platform);
  viewers = world.viewers.filter(({ account }) => account === "a");
});

afterAll(() => platform?.stop());

const asked = (place: number) => {
  const { globalId: id, submissionId } = world.accounts.a.contacts[place]!;
  return { place, id, submission: toGlobalId("Submission", submissionId) };
};
const globalId = (contact: number) => world.accounts.a.contacts[contact]!.globalId;

const send = (
  viewer: Viewer,
  query: string,
  variables: Record<string, unknown> = {},
  more: Record<string, string> = {},
) => post(platform.graphUrl, { query, variables }, { ...viewer.headers, ...more });

const PURPOSE = { "Studio-Purpose": 'LEGAL_CLAIM; note="case 7"' };

test("every row and use of the matrix is walked, or said to be impossible, and why", () => {
  for (const row of ROWS.filter((name) => !ROWS_WITHOUT_FIELD[name])) {
    for (const use of USES) {
      const isWalked = fieldsFor(use).some((field) => field.row === row);
      expect([row, use, isWalked]).toEqual([row, use, !CANNOT[use]?.[row]]);
    }
  }
  expect(new Set(viewers.map(({ column }) => column))).toEqual(new Set(COLUMNS));
  // What an export holds is asked of its decision below; once the API has exports, they are to be walked themselves.
  expect(Object.keys(readApi().getTypeMap()).filter((name) => /export/i.test(name))).toEqual([]);
  for (const row of ROWS) for (const column of COLUMNS) expect(phraseAt(row, column)).toBeTruthy();
});

const READ = `query ($id: ID!) { contact(id: $id) { ${ALL} } }`;

test.each([
  ["an ordinary contact, or of oneself", null],
  ["a contact under restriction", CONTACTS.restricted],
] as const)("read: of %s everybody sees what the matrix says, with a purpose and without", async (_whom, place) => {
  for (const viewer of viewers) {
    const contact = place ?? target(viewer);
    for (const brought of [{}, { purpose: true }]) {
      const { json } = await send(viewer, READ, { id: globalId(contact) }, brought.purpose ? PURPOSE : {});
      const shown = (json?.data?.["contact"] ?? null) as Shown;
      expect(shownOf(viewer, asked(contact), shown)).toEqual(expectedOf(viewer, contact, true, brought));
      const refused = json?.errors?.filter(({ extensions }) => extensions.code === "FORBIDDEN") ?? [];
      const isUnnamed = shown !== null && refused.some(({ extensions }) => !extensions.field);
      expect([viewer.name, isUnnamed]).toEqual([viewer.name, false]);
    }
  }
});

test("what only a purpose opens is read for one alone, and the trail says who, of whom, what and why", async () => {
  for (const viewer of viewers.filter(({ column }) => phraseAt("custom field L3 restricted", column) === "Rp")) {
    const { headers } = await send(viewer, READ, { id: globalId(CONTACTS.restricted) }, PURPOSE);
    const requestId = headers.get("x-request-id");
    const entries = await platform.admin<{ reason: string; fields: string[] }[]>`
      select reason, fields from compliance.audit_event where request_id = ${requestId}`;
    expect(entries.map(({ reason }) => reason)).toContain("LEGAL_CLAIM: case 7");
    const fields = entries.flatMap((entry) => entry.fields.flatMap((line) => line.split(/: |, /)));
    expect(fields).toEqual(expect.arrayContaining(["firstName", "email", "customFields.zq_restricted"]));
  }
});

test.each(["filter", "order", "facet", "search"] as const)(
  "%s: a field may be used by whoever reads it in full",
  async (use) => {
    const fields = fieldsFor(use);
    const walk = async (viewer: Viewer) => {
      const contact = target(viewer);
      const expected = fields.map((field) => {
        const names = FIELDS.find(({ code }) => code === "fnm")!;
        // Emails are searched beside names: whoever may not read them searches names alone, and finds nobody by one.
        const isQuiet = use === "search" && field.code === "eml" && usable(viewer, names) && !usable(viewer, field);
        const outcome = isQuiet ? "nobody" : usable(viewer, field) ? outcomeOfUse(use, field) : "FORBIDDEN";
        return `${viewer.name} | ${use} by ${field.name} | ${outcome}`;
      });
      const asked = { use, fields, contact, id: globalId(contact) };
      expect(await outcomesOf(platform.graphUrl, viewer, asked)).toEqual(expected);
    };
    await Promise.all(viewers.map(walk));
  },
);

const update = (viewer: Viewer, contact: number, values: Record<string, unknown> = {}) =>
  updateAs(platform, viewer, world.accounts.a.contacts[contact]!, values);

test("mutation return: whoever changes a contact is shown of it what they may read, and nobody else changes one", async () => {
  for (const viewer of viewers) {
    const contact = target(viewer);
    const shown = (await update(viewer, contact))?.contact ?? null;
    expect(shownOf(viewer, asked(contact), shown)).toEqual(expectedOf(viewer, contact, changersOf(viewer)));
  }
});

test("write: exactly the fields that the matrix lets somebody write are written", async () => {
  for (const viewer of viewers.filter((one) => changersOf(one) && one.contact !== CONTACTS.restricted)) {
    const contact = target(viewer);
    const fields = fieldsFor("write").filter(({ code }) => code !== "cns" && code !== "rgt");
    const write = async (some: readonly Field[]) => {
      const { __typename, problems = [] } = (await update(viewer, contact, changedValues("a", contact, some)))!;
      return [viewer.name, __typename, problems.length];
    };
    const denied = fields.filter((field) => !mayWrite(viewer, field));
    const outcome = denied.length > 0 ? "InvalidContact" : "UpdateContactPayload";
    expect(await write(fields)).toEqual([viewer.name, outcome, denied.length]);
    for (const field of denied) expect(await write([field])).toEqual([viewer.name, "InvalidContact", 1]);
    const allowed = fields.filter((field) => mayWrite(viewer, field));
    expect(await write(allowed)).toEqual([viewer.name, "UpdateContactPayload", 0]);
  }
});

test("write: consents and rights requests are written by whom the matrix lets, each by its own mutation", async () => {
  for (const viewer of viewers) {
    for (const field of FIELDS.filter(({ code }) => code === "cns" || code === "rgt")) {
      const { query, input } = ownMutation(viewer, field, globalId(target(viewer)), world.accounts.a.studio.slug);
      const { json } = await send(viewer, query, { input });
      const done = (json?.data?.["done"] as { __typename: string } | null)?.__typename ?? "";
      const isWritten = /GiveConsentPayload|Filed|Joined/.test(done);
      expect([viewer.name, field.name, isWritten]).toEqual([viewer.name, field.name, mayWrite(viewer, field)]);
    }
  }
});

test.each([[{}], [{ purpose: true }]])(
  "subscription: an event's payload shows of its contact what its reader may read, bringing %o",
  async (brought: Brought) => {
    const { checkpoint } = world.accounts.a;
    const tell = async (viewer: Viewer) => {
      const events = await eventsFor(platform, viewer, checkpoint, ALL, brought.purpose ? PURPOSE : {});
      const isLet =
        !["self", "HR sync", "staff + grant"].includes(viewer.column) &&
        (viewer.column !== "integration" || viewer.scopes.includes("events:read"));
      for (const contact of [target(viewer), CONTACTS.restricted]) {
        const shown = events.find((one) => one?.["id"] === globalId(contact)) ?? null;
        // Whose processing is restricted, of them an event tells nothing, their id neither, unless a purpose opens it.
        const isTold = isLet && (contact !== CONTACTS.restricted || readsRestricted(viewer, brought));
        expect(shownOf(viewer, asked(contact), shown)).toEqual(expectedOf(viewer, contact, isTold, brought));
      }
    };
    await Promise.all(viewers.map(tell));
  },
);

const owner = () => viewers.find(({ column }) => column === "owner")!;
const insiders = () => viewers.filter(({ column }) => !OUTSIDE.includes(column));

test("explainFieldAccess says of every field of a contact what its reader is then shown", async () => {
  const explained = explainer(platform, world.accounts.a, owner());
  const compare = async (viewer: Viewer) => {
    for (const contact of placesFor(viewer)) {
      for (const more of readsRestricted(viewer, { purpose: true }) ? [{}, PURPOSE] : [{}]) {
        const { shown, said } = await explained(viewer, globalId(contact), more);
        expect([viewer.name, contact, more, shown]).toEqual([viewer.name, contact, more, said]);
      }
    }
  };
  await Promise.all(insiders().map(compare));
});

test("export column: taken out is what the matrix lets one read, and nothing of a contact under restriction", async () => {
  const compared = await Promise.all(insiders().map(exporter(platform, world.accounts.a, owner())));
  for (const { said, expected } of compared) expect(said).toEqual(expected);
});

test("nothing of a contact under restriction changes what anybody is told, but they and who states a purpose", async () => {
  const others = insiders().filter(({ readsMuch }) => readsMuch);
  const openedTo = others.filter((viewer) => readsRestricted(viewer, { purpose: true }));
  const changed = await changedBy(platform, world.accounts.a, [
    ...others.map((viewer) => ({ viewer, more: {} })),
    ...openedTo.map((viewer) => ({ viewer, more: PURPOSE })),
  ]);
  expect(changed.slice(0, others.length).flat()).toEqual([]);
  for (const told of changed.slice(others.length)) expect(told.length).toBeGreaterThan(30);
});
