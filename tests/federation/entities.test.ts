import { afterAll, beforeAll, expect, test } from "vitest";
import { anonymous, type Viewer } from "@studio/kit/auth/viewer.js";
import type { ServiceName } from "@studio/kit/db/services.js";
import { newId } from "@studio/kit/id.js";
import { toGlobalId } from "@studio/kit/paging/global-id.js";
import { createAccount, type TestAccount } from "../support/account.js";
import { startTestPlatform, type TestPlatform } from "../support/platform.js";

let platform: TestPlatform;
let mine: TestAccount;
let theirs: TestAccount;

beforeAll(async () => {
  platform = await startTestPlatform();
  [mine, theirs] = [await createAccount(platform), await createAccount(platform)];
});

afterAll(() => platform?.stop());

interface Representation {
  __typename: string;
  id: string;
}

/** Asks a subgraph for entities as the gateway does in a query plan, over the link of this run's mode. */
async function entities(subgraph: ServiceName, viewer: Viewer, representations: Representation[], select = "") {
  const { data, errors } = await platform.links.get(subgraph)!.execute({
    query: `query($r: [_Any!]!) { _entities(representations: $r) { __typename ${select} } }`,
    variables: { r: representations },
    viewer,
    requestId: "a-test",
  });
  return { found: data?.["_entities"] as (object | null)[] | undefined, errors };
}

const OWNERS: [ServiceName, string][] = [
  ["identity", "Contact"],
  ["identity", "Account"],
  ["identity", "ContactField"],
  ["studio-configuration", "Studio"],
  ["media", "Contact"],
  ["media", "Photo"],
  ["media", "Submission"],
  ["compliance", "Contact"],
];

function idOf(type: string, account: TestAccount, contact = 0): string {
  const { id, photoId, submissionId } = account.contacts[contact]!;
  const ids = { Contact: id, Photo: photoId, Submission: submissionId, Account: account.id, Studio: account.studio.id };
  return toGlobalId(type, { ...ids, ContactField: account.fieldId("office") }[type]!);
}

const member = (role: "owner" | "coordinator", groupIds: string[] = []): Viewer => ({
  kind: "member",
  accountId: mine.id,
  memberId: newId(),
  role,
  groupIds,
});

test.each(OWNERS)("%s gives no %s of another account as an entity", async (subgraph, type) => {
  const wanted = [mine, theirs].map((account) => ({ __typename: type, id: idOf(type, account) }));
  const { found } = await entities(subgraph, member("owner"), wanted);
  expect(found).toEqual([{ __typename: type }, null]);
});

test.each(OWNERS)("%s gives no %s as an entity to somebody not signed in", async (subgraph, type) => {
  const { found } = await entities(subgraph, anonymous, [{ __typename: type, id: idOf(type, mine) }]);
  expect(found ?? [null]).toEqual([null]);
});

test.each(OWNERS.filter(([, type]) => ["Contact", "Photo", "Submission"].includes(type)))(
  "%s gives a coordinator no %s of another group as an entity",
  async (subgraph, type) => {
    const wanted = [{ __typename: type, id: idOf(type, mine, 0) }];
    expect((await entities(subgraph, member("coordinator", [mine.groups[0]]), wanted)).found).toEqual([
      { __typename: type },
    ]);
    expect((await entities(subgraph, member("coordinator", [mine.groups[1]]), wanted)).found).toEqual([null]);
    expect((await entities(subgraph, member("coordinator", []), wanted)).found).toEqual([null]);
  },
);

test("an entity's fields are guarded as they are at the root", async () => {
  const wanted = [{ __typename: "Contact", id: idOf("Contact", mine) }];
  const select = `... on Contact { firstName externalId customFields(keys: ["salary_band"]) { value } }`;
  const { found, errors } = await entities("identity", member("coordinator", [mine.groups[0]]), wanted, select);
  expect(found).toEqual([
    { __typename: "Contact", firstName: "Amina", externalId: null, customFields: [{ value: null }] },
  ]);
  expect(errors?.map(({ extensions }) => [extensions?.["code"], extensions?.["field"]])).toEqual([
    ["FORBIDDEN", "Contact.externalId"],
    ["FORBIDDEN", "Contact.customFields.salary_band"],
  ]);
});

test("a malformed, mistyped or unknown id names no entity", async () => {
  const ids = [
    "",
    "nonsense",
    mine.id,
    idOf("Photo", mine),
    toGlobalId("Contact", newId()),
    `${idOf("Contact", mine)}=`,
  ];
  for (const [subgraph] of OWNERS.filter(([, type]) => type === "Contact")) {
    const { found } = await entities(
      subgraph,
      member("owner"),
      ids.map((id) => ({ __typename: "Contact", id })),
    );
    expect([subgraph, found]).toEqual([subgraph, ids.map(() => null)]);
  }
});
