import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createClient } from "graphql-ws";
import WebSocket from "ws";
import { createAccount, type TestAccount } from "../support/account.js";
import { bearer, onlyCode, post } from "../support/http.js";
import { contactSession } from "../support/people.js";
import { startTestPlatform, type TestPlatform } from "../support/platform.js";
import { viewContact } from "./contact-view.js";

const OPEN = 2;
const RESTRICTED = 4;

let platform: TestPlatform;
let account: TestAccount;
/** How many reads were on record when the test began. */
let known = 0;

beforeAll(async () => {
  platform = await startTestPlatform();
  account = await createAccount(platform);
  await platform.admin`
    update identity.contact set restricted_at = now() where id = ${account.contacts[RESTRICTED]!.id}`;
});

beforeEach(async () => {
  known = (await allReads()).length;
});

afterAll(() => platform?.stop());

const PURPOSE = { "studio-purpose": 'LEGAL_CLAIM; note="case 7"' };

const view = (headers: Record<string, string>, index: number) =>
  viewContact(platform.graphUrl, headers, account.contacts[index]!.globalId);

/** All that was recorded as read, the newest first, as the privacy officer finds it. */
async function allReads() {
  const query = `{ auditEvents(first: 50, filter: { actions: ["contact.read", "account.read"] }) {
    edges { node { action actorKind subjectId fields reason } } } }`;
  const { json } = await post(platform.graphUrl, { query }, bearer(account.credentials.privacy_officer));
  const events = json!.data!["auditEvents"] as { edges: { node: Record<string, unknown> }[] };
  return events.edges.map(({ node }) => node);
}

/** What was recorded since the test began. */
async function recorded() {
  const all = await allReads();
  return all.slice(0, all.length - known);
}

const fieldsOf = (entries: { [key: string]: unknown }[]) =>
  entries.flatMap(({ fields }) => fields as string[]).toSorted();

describe("a stated purpose", () => {
  test("opens to the privacy officer the original and L3, each on record in the service that showed it", async () => {
    const officer = bearer(account.credentials.privacy_officer);
    const without = await view(officer, OPEN);
    expect([without.values["original"], without.values["L3 emergency_contact"]]).toEqual([null, null]);
    expect(await recorded()).toEqual([]);
    const seen = await view({ ...officer, ...PURPOSE }, OPEN);
    expect(seen.errors).toEqual([]);
    expect([seen.values["original"], seen.values["L3 emergency_contact"]]).toEqual(["a link", expect.any(String)]);
    const entries = await recorded();
    expect(fieldsOf(entries)).toEqual(["Photo.original", "customFields.emergency_contact"]);
    for (const entry of entries) {
      const subjectId = account.contacts[OPEN]!.globalId;
      expect(entry).toMatchObject({
        action: "contact.read",
        actorKind: "MEMBER",
        subjectId,
        reason: "LEGAL_CLAIM: case 7",
      });
    }
  });

  test.each(["owner", "privacy_officer"] as const)("opens to the %s a contact under restriction", async (role) => {
    const closed = await view(bearer(account.credentials[role]), RESTRICTED);
    expect(closed.values).toMatchObject({ email: null, consents: null, edited: null });
    const seen = await view({ ...bearer(account.credentials[role]), ...PURPOSE }, RESTRICTED);
    expect(seen.errors).toEqual([]);
    const fields = fieldsOf(await recorded());
    const expected = ["email", "phone", "consents", "Photo.edited", "Photo.original", "customFields.emergency_contact"];
    expect(fields).toEqual(expect.arrayContaining(expected));
    expect(fields).not.toContain("id");
  });

  test("opens nothing to anybody else, and leaves no trace where none was needed", async () => {
    for (const role of ["admin", "coordinator", "hr", "integration"] as const) {
      const shown = bearer(account.credentials[role]);
      for (const index of role === "coordinator" ? [OPEN] : [OPEN, RESTRICTED])
        expect((await view({ ...shown, ...PURPOSE }, index)).values).toEqual((await view(shown, index)).values);
    }
    const list = "{ submissions(first: 5) { edges { node { id contact { email } } } } }";
    await post(platform.graphUrl, { query: list }, { ...bearer(account.credentials.admin), ...PURPOSE });
    expect(await recorded()).toEqual([]);
  });

  test("is refused with 400 where it says nothing", async () => {
    const headers = { ...bearer(account.credentials.owner), "studio-purpose": "CURIOSITY" };
    const answer = await post(platform.graphUrl, { query: "{ viewer { kind } }" }, headers);
    expect([answer.status, onlyCode(answer)]).toEqual([400, "BAD_USER_INPUT"]);
    expect(answer.json?.errors?.[0]?.message).toContain("RIGHTS_REQUEST");
  });

  test("holds for a WebSocket connection that states it", async () => {
    const query = `query ($id: ID!) { contact(id: $id) { customFields(keys: ["emergency_contact"]) { value } } }`;
    const ask = async (params: Record<string, string>) => {
      const connectionParams = { ...bearer(account.credentials.owner), ...params };
      const url = platform.graphUrl.replace(/^http/, "ws");
      const client = createClient({ url, webSocketImpl: WebSocket, connectionParams, retryAttempts: 0 });
      const answers = client.iterate<any>({ query, variables: { id: account.contacts[OPEN]!.globalId } });
      const { value } = await answers.next();
      await client.dispose();
      return value.data.contact.customFields[0].value as string | null;
    };
    expect(await ask({})).toBeNull();
    expect(await ask({ "Studio-Purpose": "VITAL_INTERESTS" })).toEqual(expect.any(String));
    expect(await recorded()).toMatchObject([{ reason: "VITAL_INTERESTS" }]);
  });
});

test("a contact's own reading of an L3 value is on record", async () => {
  await view(bearer(await contactSession(platform, account, OPEN)), OPEN);
  expect(await recorded()).toMatchObject([{ actorKind: "CONTACT", fields: ["customFields.emergency_contact"] }]);
});
