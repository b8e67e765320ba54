import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newId } from "@studio/kit/id.js";
import { toGlobalId } from "@studio/kit/paging/global-id.js";
import { createAccount, type TestAccount } from "../support/account.js";
import { bearer, comparable, onlyCode, post } from "../support/http.js";
import { contactSession } from "../support/people.js";
import { startTestPlatform, type TestPlatform } from "../support/platform.js";
import { LOOKUPS, idsOf } from "./lookups.js";

let platform: TestPlatform;
let mine: TestAccount;
let theirs: TestAccount;

beforeAll(async () => {
  platform = await startTestPlatform();
  [mine, theirs] = [await createAccount(platform), await createAccount(platform)];
});

afterAll(() => platform?.stop());

const PEOPLE = ["owner", "admin", "coordinator", "privacy_officer", "integration", "hr"] as const;

/** What a person is answered about an id, next to what they are answered about one that never existed. */
async function both(token: string, type: string, query: string, id: string) {
  const ask = (wanted: string) => post(platform.graphUrl, { query, variables: { id: wanted } }, bearer(token));
  return [await ask(id), await ask(toGlobalId(type, newId()))] as const;
}

describe.each(PEOPLE)("to the %s, what another account has", (person) => {
  test.each(LOOKUPS)("of type %s is as if it never existed: %s", async (type, query) => {
    const [another, never] = await both(mine.credentials[person], type, query, idsOf(theirs)[type]!);
    expect(comparable(another)).toEqual(comparable(never));
    expect(Object.values(another.json?.data ?? {})).not.toContainEqual(expect.anything());
    expect(["NOT_FOUND", "FORBIDDEN"]).toContain(onlyCode(another));
  });
});

test("the owner finds with every one of these questions what is their own", async () => {
  for (const [type, query] of LOOKUPS) {
    const [own] = await both(mine.credentials.owner, type, query, idsOf(mine)[type]!);
    expect([query, own.json?.errors]).toEqual([query, undefined]);
    expect(Object.values(own.json!.data!)).toContainEqual(expect.anything());
  }
});

test("to the owner it is NOT_FOUND every time, never FORBIDDEN", async () => {
  for (const [type, query] of LOOKUPS) {
    const [another] = await both(mine.credentials.owner, type, query, idsOf(theirs)[type]!);
    expect([query, onlyCode(another)]).toEqual([query, "NOT_FOUND"]);
  }
});

const OF_A_CONTACT = LOOKUPS.filter(([type]) => ["Contact", "Submission", "Photo"].includes(type));

test("to a coordinator, another group's contact and submissions are as if they never existed", async () => {
  const [inGroup, outside] = [idsOf(mine, 0), idsOf(mine, 1)];
  await platform.admin`
    update media.submission set contact_id = ${mine.contacts[1]!.id} where id = ${mine.contacts[2]!.submissionId}`;
  await platform.admin`update media.photo set contact_id = ${mine.contacts[1]!.id} where id = ${mine.contacts[2]!.photoId}`;
  const others: Record<string, string> = {
    ...outside,
    Submission: idsOf(mine, 2)["Submission"]!,
    Photo: idsOf(mine, 2)["Photo"]!,
  };
  for (const [type, query] of OF_A_CONTACT) {
    const [another, never] = await both(mine.credentials.coordinator, type, query, others[type]!);
    expect(onlyCode(another)).toBe("NOT_FOUND");
    expect(comparable(another)).toEqual(comparable(never));
    const [own] = await both(mine.credentials.coordinator, type, query, inGroup[type]!);
    expect(Object.values(own.json!.data!)).toContainEqual(expect.anything());
  }
});

test("to a contact, another contact of the same account is as if they never existed", async () => {
  const session = await contactSession(platform, mine, 0);
  for (const [type, query] of OF_A_CONTACT) {
    const [another, never] = await both(session, type, query, idsOf(mine, 4)[type]!);
    expect([query, onlyCode(another)]).toEqual([query, "NOT_FOUND"]);
    expect(comparable(another)).toEqual(comparable(never));
    const [own] = await both(session, type, query, idsOf(mine, 0)[type]!);
    expect([query, own.json?.errors]).toEqual([query, undefined]);
  }
});

test("nobody submits another's photo, of the same account or of another", async () => {
  const session = await contactSession(platform, mine, 0);
  const submit = `mutation($id: ID!) { submitPhoto(input: { photoId: $id, reviewedDigest: "0" }) { __typename } }`;
  for (const id of [idsOf(mine, 4)["Photo"]!, idsOf(theirs, 0)["Photo"]!]) {
    const [another, never] = await both(session, "Photo", submit, id);
    expect(onlyCode(another)).toBe("NOT_FOUND");
    expect(comparable(another)).toEqual(comparable(never));
  }
  const [own] = await both(session, "Photo", submit, idsOf(mine, 0)["Photo"]!);
  expect(own.json?.data).toEqual({ submitPhoto: { __typename: "SubmissionClosed" } });
});
