import { afterAll, beforeAll, expect, test } from "vitest";
import { createAccount, type TestAccount } from "../support/account.js";
import { startTestPlatform, type TestPlatform } from "../support/platform.js";

const QUERY = `{ contacts(first: 2) { edges { node { firstName consents { state } latestSubmission { status } } } } }`;

let platform: TestPlatform;
let account: TestAccount;

interface Answer {
  contacts: {
    edges: { node: { firstName: string; consents: object[] | null; latestSubmission: object | null } }[];
  } | null;
}

beforeAll(async () => {
  platform = await startTestPlatform();
  account = await createAccount(platform);
});

afterAll(() => platform?.stop());

const ask = () => platform.as(account.credentials.owner).answer<Answer>(QUERY);
const codes = (answer: Awaited<ReturnType<typeof ask>>) =>
  new Set(answer.errors?.map(({ extensions }) => extensions.code));

test("a subgraph that is down costs its own fields, clearly, and they come back with it", async () => {
  await platform.subgraphs!.takeDown("compliance");
  const without = await ask();
  expect(codes(without)).toEqual(new Set(["UNAVAILABLE"]));
  expect(JSON.stringify(without.errors)).not.toMatch(/127\.0\.0\.1|ECONN|fetch failed/);
  for (const { node } of without.data!.contacts!.edges) {
    expect(node).toMatchObject({ firstName: expect.any(String), consents: null });
  }
  const ready = await fetch(`${platform.url}/health/ready`);
  expect(ready.status).toBe(503);

  await platform.subgraphs!.bringBack("compliance");
  const again = await ask();
  expect(again.errors).toBeUndefined();
  expect(again.data!.contacts!.edges[0]!.node.consents).toHaveLength(1);
});

test("without identity nobody is known, so nothing is answered", async () => {
  await platform.subgraphs!.takeDown("identity");
  const answer = await ask();
  expect(answer.data ?? null).toBeNull();
  expect(codes(answer)).toEqual(new Set(["UNAVAILABLE"]));
  await platform.subgraphs!.bringBack("identity");
  expect((await ask()).errors).toBeUndefined();
});
