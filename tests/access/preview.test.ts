import { afterAll, beforeAll, expect, test } from "vitest";
import { toGlobalId } from "@studio/kit/paging/global-id.js";
import { createAccount, type TestAccount } from "../support/account.js";
import { bearer, onlyCode, post } from "../support/http.js";
import { apiClient } from "../support/people.js";
import { startTestPlatform, type TestPlatform } from "../support/platform.js";
import { openStream } from "../support/stream.js";
import { viewContact } from "./contact-view.js";

let platform: TestPlatform;
let account: TestAccount;

beforeAll(async () => {
  platform = await startTestPlatform();
  account = await createAccount(platform);
});

afterAll(() => platform?.stop());

const owner = () => bearer(account.credentials.owner);

const BEGIN = `mutation ($input: PreviewAsInput!) { previewAs(input: $input) { __typename ... on PreviewAsPayload { token } } }`;

/** What an owner shows to look as somebody else. */
async function lookAs(input: Record<string, unknown>): Promise<Record<string, string>> {
  const { json, text } = await post(platform.graphUrl, { query: BEGIN, variables: { input } }, owner());
  const begun = json?.data?.["previewAs"] as { token?: string } | undefined;
  if (!begun?.token) throw new Error(text);
  return { ...owner(), "studio-preview": begun.token };
}

const LISTS = `{ contacts(first: 20) { totalCount edges { node { id phone externalId } } }
  submissions(first: 20) { edges { node { id contact { id email } photo { original { digest } edited { digest } } } } }
  studios(first: 5) { edges { node { id recipe { digest } } } } members(first: 5) { edges { node { id } } }
  auditEvents(first: 1) { edges { node { action } } } contactStats(facets: [{ custom: "salary_band" }]) { totalCount } }`;

const errorsOf = (answer: { json: { errors?: { message: string; path?: unknown }[] } | null }) =>
  (answer.json?.errors ?? []).map(({ message, path }) => `${JSON.stringify(path)} ${message}`).toSorted();

test.each([
  ["COORDINATOR", async () => account.credentials.coordinator],
  ["ADMIN", async () => account.credentials.admin],
  ["PRIVACY_OFFICER", async () => account.credentials.privacy_officer],
] as const)("a look as %s shows what the real one sees, in every service", async (role, credential) => {
  const groupIds = role === "COORDINATOR" ? [toGlobalId("Group", account.groups[0])] : [];
  const previewed = await lookAs({ role, groupIds });
  const real = bearer(await credential());
  const [seen, theirs] = await Promise.all(
    [previewed, real].map((headers) => post(platform.graphUrl, { query: LISTS }, headers)),
  );
  expect(seen!.json?.data).toEqual(theirs!.json?.data);
  expect(errorsOf(seen!)).toEqual(errorsOf(theirs!));
  for (const { globalId } of account.contacts.slice(0, 2)) {
    const look = (headers: Record<string, string>) =>
      viewContact(platform.graphUrl, headers, globalId).catch(() => null);
    expect((await look(previewed))?.values).toEqual((await look(real))?.values);
  }
});

test("a look as a program shows what one with these scopes and fields sees", async () => {
  const scopes = ["contacts:read"];
  const fieldIds = [toGlobalId("ContactField", account.fieldId("salary_band"))];
  const previewed = await lookAs({ role: "INTEGRATION", scopes, fieldIds });
  const real = bearer(await apiClient(platform, account, { kind: "integration", scopes, fields: ["salary_band"] }));
  const [contact] = account.contacts;
  const [seen, theirs] = await Promise.all(
    [previewed, real].map((headers) => viewContact(platform.graphUrl, headers, contact!.globalId)),
  );
  expect(seen!.values).toEqual(theirs!.values);
});

test.each([
  ["identity", `mutation { createGroup(input: { name: "New" }) { __typename } }`],
  ["studio-configuration", `mutation { publishStudio(input: { id: "x" }) { __typename } }`],
])("changes nothing in %s", async (_service, query) => {
  const answer = await post(platform.graphUrl, { query }, await lookAs({ role: "ADMIN" }));
  expect([onlyCode(answer), answer.json?.errors?.[0]?.message]).toEqual([
    "FORBIDDEN",
    expect.stringContaining("read-only"),
  ]);
});

test("has no streams", async () => {
  const shown = await lookAs({ role: "ADMIN" });
  const params = { "Studio-Preview": shown["studio-preview"] };
  const stream = await openStream(platform, account.credentials.owner, { params });
  expect(stream.messages).toEqual([]);
  expect(stream.refused()).toMatch(/FORBIDDEN.*a preview has no streams|a preview has no streams.*FORBIDDEN/s);
  await stream.close();
});

test("a token that is not theirs, or no owner's, is refused with 403; the owner's own session stays", async () => {
  const shown = await lookAs({ role: "ADMIN" });
  const query = "{ viewer { role } }";
  for (const credential of [account.credentials.admin, account.credentials.integration]) {
    const answer = await post(platform.graphUrl, { query }, { ...shown, ...bearer(credential) });
    expect([answer.status, onlyCode(answer)]).toEqual([403, "FORBIDDEN"]);
  }
  const nobody = await post(platform.graphUrl, { query }, { "studio-preview": shown["studio-preview"]! });
  expect([nobody.status, onlyCode(nobody)]).toEqual([403, "FORBIDDEN"]);
  expect((await post(platform.graphUrl, { query }, owner())).json?.data).toEqual({ viewer: { role: "OWNER" } });
});
