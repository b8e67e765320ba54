import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { createAccount, type TestAccount } from "../support/account.js";
import { bearer, post } from "../support/http.js";
import { contactSession } from "../support/people.js";
import { startTestPlatform, type TestPlatform } from "../support/platform.js";
import { LOOKUPS, idsOf } from "./lookups.js";

const removed = vi.hoisted(() => ({ filters: 0 }));

// Two layers are taken away: shield, and every filter by an account's id that a repository gives to its query.
vi.mock("@studio/kit/shield/guard-schema.js", async (original) => ({
  ...(await original<object>()),
  guardSchema: (schema: unknown) => schema,
}));
vi.mock("drizzle-orm", async (original) => {
  const orm = await original<typeof import("drizzle-orm")>();
  const eq = (left: { name?: string }, right: unknown) => {
    if (left.name !== "account_id" || typeof right !== "string") return orm.eq(left as never, right);
    removed.filters++;
    return orm.sql`true`;
  };
  return { ...orm, eq };
});

let platform: TestPlatform;
let mine: TestAccount;
let theirs: TestAccount;

beforeAll(async () => {
  platform = await startTestPlatform();
  [mine, theirs] = [await createAccount(platform), await createAccount(platform)];
});

afterAll(() => platform?.stop());

const ask = async (token: string, query: string, variables: Record<string, unknown> = {}) =>
  (await post(platform.graphUrl, { query, variables }, bearer(token))).json?.data;

test.each(LOOKUPS)("row security alone keeps another account's %s: %s", async (type, query) => {
  removed.filters = 0;
  for (const person of ["owner", "coordinator", "integration", "hr"] as const) {
    const data = await ask(mine.credentials[person], query, { id: idsOf(theirs)[type] });
    expect([person, Object.values(data ?? { none: null })]).toEqual([person, [null]]);
  }
  expect(Object.values((await ask(mine.credentials.owner, query, { id: idsOf(mine)[type] }))!)).not.toContain(null);
  expect(removed.filters).toBeGreaterThan(0);
});

test("row security alone keeps lists to their own account", async () => {
  removed.filters = 0;
  const query = `{
    contacts { edges { node { id } } } submissions { edges { node { id } } }
    studios { edges { node { id } } } auditEvents { edges { node { id } } }
  }`;
  const [one, other] = [JSON.stringify(await ask(mine.credentials.owner, query)), idsOf(theirs)];
  for (const id of [...theirs.contacts.map(({ globalId }) => globalId), other["Studio"]!, other["Submission"]!]) {
    expect(one).not.toContain(id);
  }
  for (const { globalId } of mine.contacts) expect(one).toContain(globalId);
  expect(removed.filters).toBeGreaterThan(3);
});

test("row security alone keeps another account's photo from being submitted", async () => {
  const submit = `mutation($id: ID!) { submitPhoto(input: { photoId: $id, reviewedDigest: "0" }) { __typename } }`;
  const session = await contactSession(platform, mine, 0);
  expect(await ask(session, submit, { id: idsOf(theirs)["Photo"] })).toBeNull();
});
