import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { toGlobalId } from "@studio/kit/paging/global-id.js";
import { createAccount, type TestAccount } from "../support/account.js";
import { bearer, post } from "../support/http.js";
import { contactSession } from "../support/people.js";
import { startTestPlatform, type TestPlatform } from "../support/platform.js";

// The layer above is taken away: every subgraph of this run is built without graphql-shield.
vi.mock("@studio/kit/shield/guard-schema.js", async (original) => ({
  ...(await original<object>()),
  guardSchema: (schema: unknown) => schema,
}));

let platform: TestPlatform;
let mine: TestAccount;
let theirs: TestAccount;

beforeAll(async () => {
  platform = await startTestPlatform();
  [mine, theirs] = [await createAccount(platform), await createAccount(platform)];
});

afterAll(() => platform?.stop());

const ask = async (token: string | null, query: string, variables: Record<string, unknown> = {}) => {
  const { json } = await post(platform.graphUrl, { query, variables }, token === null ? {} : bearer(token));
  return { data: json?.data, codes: json?.errors?.map(({ extensions }) => extensions.code) ?? [] };
};

test("shield is really gone: a coordinator reads what the matrix refuses them", async () => {
  const query = "query($id: ID!) { contact(id: $id) { externalId } }";
  const { data } = await ask(mine.credentials.coordinator, query, { id: mine.contacts[0]!.globalId });
  expect(data).toEqual({ contact: { externalId: "E-000001" } });
});

const BY_ID: [string, (account: TestAccount, index: number) => string][] = [
  ["query($id: ID!) { found: contact(id: $id) { email consents { state } } }", (a, n) => a.contacts[n]!.globalId],
  ["query($id: ID!) { found: node(id: $id) { id ... on Contact { phone } } }", (a, n) => a.contacts[n]!.globalId],
  [
    "query($id: ID!) { found: submission(id: $id) { status } }",
    (a, n) => toGlobalId("Submission", a.contacts[n]!.submissionId),
  ],
  [
    "query($id: ID!) { found: photo(id: $id) { edited { url } } }",
    (a, n) => toGlobalId("Photo", a.contacts[n]!.photoId),
  ],
];

describe("without shield, loaders still find nothing", () => {
  test.each(BY_ID)("of another account: %s", async (query, idOf) => {
    for (const person of ["owner", "coordinator", "integration", "hr"] as const) {
      const { data } = await ask(mine.credentials[person], query, { id: idOf(theirs, 0) });
      expect([person, data]).toEqual([person, { found: null }]);
    }
    const own = await ask(mine.credentials.owner, query, { id: idOf(mine, 0) });
    expect([own.data?.["found"], own.codes]).toEqual([expect.anything(), []]);
  });

  test.each(BY_ID)("of another contact of the same account: %s", async (query, idOf) => {
    const session = await contactSession(platform, mine, 2);
    expect((await ask(session, query, { id: idOf(mine, 0) })).data).toEqual({ found: null });
    expect((await ask(session, query, { id: idOf(mine, 2) })).data?.["found"]).not.toBeNull();
  });

  test.each(BY_ID)("for somebody not signed in: %s", async (query, idOf) => {
    expect((await ask(null, query, { id: idOf(mine, 0) })).data).toEqual({ found: null });
  });

  test("of another account's studio", async () => {
    const query = "query($id: ID!) { studio(id: $id) { name } }";
    for (const token of [mine.credentials.owner, mine.credentials.integration, null]) {
      expect((await ask(token, query, { id: theirs.studio.globalId })).data).toEqual({ studio: null });
    }
  });

  test("of another group, in no list", async () => {
    const { data } = await ask(
      mine.credentials.coordinator,
      "{ contacts { edges { node { id } } } submissions { edges { node { contact { id } } } } }",
    );
    const inGroup = mine.contacts.filter((_, index) => index % 2 === 0).map(({ globalId }) => globalId);
    const { contacts, submissions } = data as {
      contacts: Edges<{ id: string }>;
      submissions: Edges<{ contact: { id: string } }>;
    };
    expect(contacts.edges.map(({ node }) => node.id).toSorted()).toEqual(inGroup.toSorted());
    expect(inGroup).toEqual(expect.arrayContaining(submissions.edges.map(({ node }) => node.contact.id)));
  });

  test("of another account, in no list of anybody", async () => {
    const foreign = [...theirs.contacts.map(({ globalId }) => globalId), theirs.studio.globalId];
    const query =
      "{ contacts { edges { node { id } } } submissions { edges { node { contact { id } } } } studios { edges { node { id } } } }";
    for (const person of ["owner", "coordinator", "integration", "hr"] as const) {
      const { data } = await ask(mine.credentials[person], query);
      for (const id of foreign) expect(JSON.stringify(data ?? null)).not.toContain(id);
    }
  });
});

interface Edges<Node> {
  edges: { node: Node }[];
}

test("without shield, a mutation still changes nothing of another account", async () => {
  const publish = `mutation($id: ID!) { publishStudio(input: { id: $id }) { __typename } }`;
  expect((await ask(mine.credentials.owner, publish, { id: theirs.studio.globalId })).codes).toEqual(["NOT_FOUND"]);
  const submit = `mutation($id: ID!) { submitPhoto(input: { photoId: $id, reviewedDigest: "0" }) { __typename } }`;
  const photo = toGlobalId("Photo", theirs.contacts[0]!.photoId);
  const session = await contactSession(platform, mine, 0);
  expect((await ask(session, submit, { id: photo })).codes).toEqual(["NOT_FOUND"]);
  expect((await ask(mine.credentials.owner, submit, { id: photo })).codes).toEqual(["UNAUTHENTICATED"]);
});
