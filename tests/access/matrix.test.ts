import { afterAll, beforeAll, expect, test } from "vitest";
import { newId } from "@studio/kit/id.js";
import { toGlobalId } from "@studio/kit/paging/global-id.js";
import { createAccount, type TestAccount } from "../support/account.js";
import { bearer, onlyCode, post, type HttpAnswer } from "../support/http.js";
import { apiClient, contactSession, staffToken } from "../support/people.js";
import { startTestPlatform, type TestPlatform } from "../support/platform.js";
import { cellOf, expectedCell, viewContact } from "./contact-view.js";
import { COLUMNS, READABLE_UNDER_RESTRICTION, ROWS, cellAt, type Cell } from "./matrix.table.js";

const OPEN = 2;
const RESTRICTED = 4;

let platform: TestPlatform;
let account: TestAccount;
let headers: Record<string, Record<string, string>>;

beforeAll(async () => {
  platform = await startTestPlatform();
  account = await createAccount(platform);
  headers = await everyColumn();
  await platform.admin`
    update identity.contact set restricted_at = now() where id = ${account.contacts[RESTRICTED]!.id}`;
});

afterAll(() => platform?.stop());

/** What each column of the matrix shows to be let in. */
async function everyColumn(): Promise<Record<string, Record<string, string>>> {
  const { owner, admin, coordinator, privacy_officer, hr, integration } = account.credentials;
  const scopes = ["contacts:read", "photos:read"];
  const underGrant = async (granted: string[]) => {
    return { ...bearer(await staffToken(platform, account, granted)), "studio-account": account.id };
  };
  return {
    self: bearer(await contactSession(platform, account, OPEN)),
    coord: bearer(coordinator),
    admin: bearer(admin),
    owner: bearer(owner),
    privacy: bearer(privacy_officer),
    integr: bearer(integration),
    "+grant": bearer(await apiClient(platform, account, { kind: "integration", scopes, fields: ["salary_band"] })),
    noPhoto: bearer(await apiClient(platform, account, { kind: "integration", scopes: ["contacts:read"] })),
    hr: bearer(hr),
    "staff+": await underGrant(scopes),
    "staff+0": await underGrant([]),
  };
}

/** The demo person at `OPEN`, as the seed invents them. */
const TRUTH: Record<string, unknown> = {
  id: expect.any(String),
  status: "VERIFIED",
  firstName: "Chiara",
  lastName: "Cordeiro",
  email: "chiara.cordeiro.3@people.example.com",
  phone: "+447700900002",
  externalId: "E-000003",
  "L0 department": "sales",
  "L0 job_title": "Director",
  "L1 office": "toronto",
  "L1 employee_number": "N100002",
  "L1 remote_days": 2,
  "L2 salary_band": "C",
  "L2 date_of_birth": "1962-11-11",
  "L3 emergency_contact": "Partner, +447700900502",
  consents: [{ purpose: "PROCESSING", state: "GIVEN", changedAt: expect.any(String), textVersion: 1 }],
  original: "a link",
  edited: "a link",
};

const MASKED: Partial<Record<string, unknown>> = {
  email: "c•••@people.example.com",
  phone: "•••• 0002",
  consents: [{ purpose: "PROCESSING", state: "GIVEN", changedAt: null, textVersion: null }],
};

const view = (column: string, contact = OPEN) =>
  viewContact(platform.graphUrl, headers[column]!, account.contacts[contact]!.globalId);

const expected = (row: string, cell: Cell) =>
  expectedCell(row, cell, { truth: TRUTH[row], masked: MASKED[row], reason: (match) => expect.stringMatching(match) });

test.each(COLUMNS)("%s sees of a contact exactly what the matrix gives", async (column) => {
  const seen = await view(column);
  expect(ROWS).toEqual(Object.keys(TRUTH));
  const cells = ROWS.map((row) => cellAt(row, column));
  expect(ROWS.map((row) => cellOf(seen, row))).toEqual(ROWS.map((row, index) => expected(row, cells[index]!)));
  expect(seen.errors).toHaveLength(cells.filter((cell) => cell !== "R" && cell !== "M").length);
});

test("a coordinator sees originals once the studio shows them", async () => {
  const allow = (yes: boolean) =>
    platform.admin`update studio_configuration.studio set coordinators_see_originals = ${yes} where id = ${account.studio.id}`;
  await allow(true);
  expect(cellOf(await view("coord"), "original")).toEqual(expected("original", "R"));
  await allow(false);
  expect(cellOf(await view("coord"), "original")).toEqual(expected("original", "studio"));
});

test.each(["coord", "admin", "owner", "privacy", "integr", "+grant", "hr"] as const)(
  "%s sees of a contact under restriction the id and the flag, and no more",
  async (column) => {
    const seen = await view(column, RESTRICTED);
    expect(seen.restrictedAt).toEqual(expect.any(String));
    for (const row of ROWS.filter((one) => !READABLE_UNDER_RESTRICTION.includes(one))) {
      const cell = cellOf(seen, row);
      expect([row, cell.value]).toEqual([row, null]);
      expect(cell.refusals).toMatchObject([{ code: "FORBIDDEN", reason: expect.stringMatching(/restricted/) }]);
    }
    expect(ROWS.filter((row) => seen.values[row] !== null)).toEqual(READABLE_UNDER_RESTRICTION);
  },
);

test("a contact under restriction still sees all of their own data", async () => {
  const self = bearer(await contactSession(platform, account, RESTRICTED));
  const seen = await viewContact(platform.graphUrl, self, account.contacts[RESTRICTED]!.globalId);
  expect(ROWS.filter((row) => seen.values[row] === null)).toEqual(["externalId"]);
});

const ONLY_ID = "query($id: ID!) { contact(id: $id) { id } }";

const askId = (shown: Record<string, string>, contact = OPEN) =>
  post(platform.graphUrl, { query: ONLY_ID, variables: { id: account.contacts[contact]!.globalId } }, shown);

test("staff under a grant do not see a contact under restriction at all", async () => {
  const answer = await askId(headers["staff+"]!, RESTRICTED);
  expect([answer.json?.data, onlyCode(answer)]).toEqual([{ contact: null }, "NOT_FOUND"]);
  const never = { id: toGlobalId("Contact", newId()) };
  const nobody = await post(platform.graphUrl, { query: ONLY_ID, variables: never }, headers["staff+"]!);
  const told = ({ json }: HttpAnswer) =>
    json?.errors?.map(({ message, path, extensions: { code } }) => [message, path, code]);
  expect(told(answer)).toEqual(told(nobody));
  expect((await askId(headers["staff+"]!)).json?.errors).toBeUndefined();
});

test("an integration without the scope sees nothing of a contact, and is told which scope", async () => {
  const answer = await askId(
    bearer(await apiClient(platform, account, { kind: "integration", scopes: ["photos:read"] })),
  );
  expect([answer.json?.data, onlyCode(answer)]).toEqual([{ contact: null }, "FORBIDDEN"]);
  expect(answer.json?.errors?.[0]?.message).toMatch(/contacts:read/);
});

test("whoever is not signed in is asked to sign in", async () => {
  const answer = await askId({});
  expect([answer.json?.data, onlyCode(answer)]).toEqual([{ contact: null }, "UNAUTHENTICATED"]);
});

test("staff without a grant see nothing of a contact, and are told what they lack", async () => {
  const staff = { ...bearer(await staffToken(platform, account, null)), "studio-account": account.id };
  const answer = await askId(staff);
  expect([answer.json?.data, onlyCode(answer)]).toEqual([{ contact: null }, "FORBIDDEN"]);
  expect(answer.json?.errors?.[0]?.message).toMatch(/support grant/);
});
