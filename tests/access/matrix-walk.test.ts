import { afterAll, beforeAll, expect, test } from "vitest";
import type { Viewer } from "../support/access/cast.js";
import { CONTACTS, FIELDS, ROWS_WITHOUT_FIELD, type Field } from "../support/access/fields.js";
import { COLUMNS, ROWS, phraseAt } from "../support/access/matrix.js";
import { plantWorld, type World } from "../support/access/world.js";
import { post, type HttpAnswer } from "../support/http.js";
import { startTestPlatform, type TestPlatform } from "../support/platform.js";
import { readApi } from "./random/run.js";
import { expectedOf, shownOf, target, usable } from "./matrix-sight.js";
import { eventsFor } from "./matrix-stream.js";
import { ALL, CANNOT, USES, fieldsFor, listArguments, outcomeOfUse, type Shown, type Use } from "./matrix-uses.js";
import { changedValues, changersOf, mayWrite, ownMutation } from "./matrix-writes.js";

let platform: TestPlatform;
let world: World;
let viewers: readonly Viewer[];

beforeAll(async () => {
  platform = await startTestPlatform({ LIMIT_COST: "1000000000", LIMIT_COST_RESTORE: "1000000000" });
  world = await plantWorld(platform);
  viewers = world.viewers.filter(({ account }) => account === "a");
});

afterAll(() => platform?.stop());

const asked = (place: number) => ({ place, id: globalId(place) });
const globalId = (contact: number) => world.accounts.a.contacts[contact]!.globalId;

const send = (
  viewer: Viewer,
  query: string,
  variables: Record<string, unknown> = {},
  more: Record<string, string> = {},
) => post(platform.graphUrl, { query, variables }, { ...viewer.headers, ...more });

const PURPOSE = { "studio-purpose": 'LEGAL_CLAIM; note="case 7"' };

test("every row and use of the matrix is walked, or said to be impossible, and why", () => {
  for (const row of ROWS.filter((name) => !ROWS_WITHOUT_FIELD[name])) {
    for (const use of USES) {
      const isWalked = fieldsFor(use).some((field) => field.row === row);
      expect([row, use, isWalked]).toEqual([row, use, !CANNOT[use]?.[row]]);
    }
  }
  expect(new Set(viewers.map(({ column }) => column))).toEqual(new Set(COLUMNS));
  // An export column is one more use, to be walked here once the API has exports.
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
      expect([viewer.name, shown !== null && refused.some(({ extensions }) => !extensions.field)]).toEqual([
        viewer.name,
        false,
      ]);
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

/** What comes of using each field in a list's arguments, ten root fields at a time. */
async function outcomesOf(viewer: Viewer, use: Use, fields: readonly Field[]): Promise<string[]> {
  const whose = { mark: "a", contact: target(viewer), id: globalId(target(viewer)) } as const;
  const [root, selection] = use === "order" ? ["contacts", "edges { cursor }"] : ["contactStats", "totalCount"];
  const asked = fields.map((field) => `${field.code}_: ${root}(${listArguments(use, field, whose)}) { ${selection} }`);
  const answers: HttpAnswer[] = [];
  for (let from = 0; from < asked.length; from += 10) {
    answers.push(await send(viewer, `{ ${asked.slice(from, from + 10).join("\n")} }`));
  }
  return fields.map(({ code, name }) => {
    const errors = answers.flatMap(({ json }) => json?.errors ?? []);
    const answer = answers.map(({ json }) => json?.data?.[`${code}_`]).find(Boolean) as
      | { totalCount?: number }
      | undefined;
    const error = errors
      .find(({ path }) => path?.[0] === `${code}_`)
      ?.extensions.code.replace("UNAUTHENTICATED", "FORBIDDEN");
    const outcome = answer ? (answer.totalCount === 0 ? "nobody" : "answered") : error;
    return `${viewer.name} | ${use} by ${name} | ${outcome}`;
  });
}

test.each(["filter", "order", "facet", "search"] as const)(
  "%s: a field may be used by whoever reads it in full",
  async (use) => {
    for (const viewer of viewers) {
      const fields = fieldsFor(use);
      const expected = fields.map((field) => {
        const names = FIELDS.find(({ code }) => code === "fnm")!;
        // Emails are searched beside names: whoever may not read them searches names alone, and finds nobody by one.
        const isQuiet = use === "search" && field.code === "eml" && usable(viewer, names) && !usable(viewer, field);
        const outcome = isQuiet ? "nobody" : usable(viewer, field) ? outcomeOfUse(use, field) : "FORBIDDEN";
        return `${viewer.name} | ${use} by ${field.name} | ${outcome}`;
      });
      expect(await outcomesOf(viewer, use, fields)).toEqual(expected);
    }
  },
);

const UPDATE = `mutation ($input: UpdateContactInput!) { updateContact(input: $input) { __typename
  ... on UpdateContactPayload { contact { ${ALL} } } ... on InvalidContact { problems { __typename path } } } }`;

const versionOf = async (contact: number) => {
  const { id } = world.accounts.a.contacts[contact]!;
  const [row] = await platform.admin<{ version: number }[]>`select version from identity.contact where id = ${id}`;
  return row!.version;
};

test("mutation return: whoever changes a contact is shown of it what they may read, and nobody else changes one", async () => {
  for (const viewer of viewers) {
    const contact = target(viewer);
    const input = { id: globalId(contact), version: await versionOf(contact) };
    const { json } = await send(viewer, UPDATE, { input });
    const shown = (json?.data?.["updateContact"] as { contact?: Shown } | null)?.contact ?? null;
    const isLet = changersOf(viewer);
    expect(shownOf(viewer, asked(contact), shown)).toEqual(expectedOf(viewer, contact, isLet));
  }
});

test("write: exactly the fields that the matrix lets somebody write are written", async () => {
  for (const viewer of viewers.filter((one) => changersOf(one) && one.contact !== CONTACTS.restricted)) {
    const contact = target(viewer);
    const fields = fieldsFor("write").filter(({ code }) => code !== "cns" && code !== "rgt");
    const write = async (some: readonly Field[]) => {
      const input = { id: globalId(contact), version: await versionOf(contact), ...changedValues("a", contact, some) };
      return (await send(viewer, UPDATE, { input })).json?.data?.["updateContact"] as {
        __typename: string;
        problems?: { path: string[] }[];
      };
    };
    const denied = fields.filter((field) => !mayWrite(viewer, field));
    const all = await write(fields);
    expect([viewer.name, all.problems?.length ?? 0, all.__typename]).toEqual([
      viewer.name,
      denied.length,
      denied.length ? "InvalidContact" : "UpdateContactPayload",
    ]);
    for (const field of denied)
      expect([viewer.name, field.name, (await write([field])).__typename]).toEqual([
        viewer.name,
        field.name,
        "InvalidContact",
      ]);
    expect([viewer.name, (await write(fields.filter((field) => mayWrite(viewer, field)))).__typename]).toEqual([
      viewer.name,
      "UpdateContactPayload",
    ]);
  }
});

test("write: consents and rights requests are written by whom the matrix lets, each by its own mutation", async () => {
  for (const viewer of viewers) {
    for (const field of FIELDS.filter(({ code }) => code === "cns" || code === "rgt")) {
      const { query, input } = ownMutation(viewer, field, globalId(target(viewer)), world.accounts.a.studio.slug);
      const { json } = await send(viewer, query, { input });
      const done = (json?.data?.["done"] as { __typename: string } | null)?.__typename ?? "";
      const isWritten = /GiveConsentPayload|Filed|Joined/.test(done);
      // A restriction leaves consents as they are: consent is what processing under it may rest on (GDPR art. 18 (2)).
      expect([viewer.name, field.name, isWritten]).toEqual([viewer.name, field.name, mayWrite(viewer, field)]);
    }
  }
});

test("subscription: an event's payload shows of its contact what its reader may read", async () => {
  for (const viewer of viewers) {
    const events = await eventsFor(platform, viewer, world.accounts.a.checkpoint, ALL);
    const contact = target(viewer);
    const shown = events.find((one) => one?.["id"] === globalId(contact)) ?? null;
    const isLet =
      !["self", "HR sync", "staff + grant"].includes(viewer.column) &&
      (viewer.column !== "integration" || viewer.scopes.includes("events:read"));
    expect(shownOf(viewer, asked(contact), shown)).toEqual(expectedOf(viewer, contact, isLet));
  }
});
