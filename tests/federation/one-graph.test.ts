import { afterAll, beforeAll, expect, test } from "vitest";
import { toGlobalId } from "@studio/kit/paging/global-id.js";
import { DashboardDocument, FindNodeDocument } from "../generated/graphql.js";
import { createAccount, type TestAccount } from "../support/account.js";
import { startTestPlatform, type TestPlatform } from "../support/platform.js";
import { askTyped } from "../support/typed-client.js";

let platform: TestPlatform;
let account: TestAccount;

beforeAll(async () => {
  platform = await startTestPlatform();
  account = await createAccount(platform, { contacts: 7 });
});

afterAll(() => platform?.stop());

test("one dashboard query is answered by all four subgraphs", async () => {
  const { data } = await askTyped(platform.graphUrl, account.credentials.owner, DashboardDocument, { first: 1 });
  expect(data!.contacts!.edges[0]!.node).toMatchObject({
    firstName: expect.any(String),
    latestSubmission: {
      status: "SUBMITTED",
      studio: { id: account.studio.globalId, name: expect.stringMatching(/^Studio /) },
      photo: { status: "READY", edited: { url: expect.stringContaining("/photos/") } },
    },
    consents: [{ purpose: "PROCESSING", state: "GIVEN" }],
  });
});

async function pageOf(after: string | null) {
  const { data } = await askTyped(platform.graphUrl, account.credentials.owner, DashboardDocument, { first: 3, after });
  return data!.contacts!;
}

test("paging by cursor visits every contact once and then ends", async () => {
  const seen: string[] = [];
  let next: string | null = null;
  do {
    const { edges, pageInfo } = await pageOf(next);
    seen.push(...edges.map(({ node }) => node.id));
    next = pageInfo.hasNextPage ? (pageInfo.endCursor ?? null) : null;
  } while (next !== null);
  expect(seen).toHaveLength(7);
  expect(new Set(seen)).toEqual(new Set(account.contacts.map(({ globalId }) => globalId)));
});

test("node finds an object of any subgraph by its id alone", async () => {
  const [contact] = account.contacts;
  const find = async (id: string) =>
    (await askTyped(platform.graphUrl, account.credentials.owner, FindNodeDocument, { id })).data?.node;
  expect(await find(contact!.globalId)).toMatchObject({ __typename: "Contact", firstName: expect.any(String) });
  expect(await find(account.studio.globalId)).toMatchObject({ __typename: "Studio", name: expect.any(String) });
  expect(await find(toGlobalId("Submission", contact!.submissionId))).toMatchObject({ status: "SUBMITTED" });
  expect(await find(toGlobalId("Photo", contact!.photoId))).toMatchObject({ __typename: "Photo", format: "jpeg" });
});
