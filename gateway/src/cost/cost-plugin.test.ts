import { expect, test } from "vitest";
import { startTestGateway } from "../../test/test-gateway.js";

/** What an answer says of its cost. */
function costOf({ extensions }: { extensions?: Record<string, unknown> }) {
  return extensions?.["cost"] as { requested: number; actual: number; throttle: Record<string, number> };
}

const LIST = `{ contacts(first: 3) { id latestSubmission { status studio { name } } } }`;

test("tells what an operation may cost, what it did, and what is left", async () => {
  const { graphql } = await startTestGateway({ env: { LIMIT_COST: "1000", LIMIT_COST_RESTORE: "1" } });
  const { extensions } = await graphql(LIST);
  expect(extensions?.["cost"]).toMatchObject({
    requested: 3 * 3,
    actual: 3 * 3,
    throttle: { maximumAvailable: 1000, restoreRate: 1 },
  });
  const left = async () => costOf(await graphql("{ viewer }")).throttle["currentlyAvailable"];
  expect(await left()).toBeGreaterThanOrEqual(991);
  expect(await left()).toBeLessThan(1000);
});

test("refuses what is too dear for what is left, before anything runs", async () => {
  const { graphql, calls } = await startTestGateway({ env: { LIMIT_COST: "12", LIMIT_COST_RESTORE: "1" } });
  expect((await graphql(LIST)).errors).toBeUndefined();
  const before = calls.resolvers;
  const refused = await graphql(LIST);
  expect(refused).toMatchObject({ status: 429, errors: [{ extensions: { code: "RATE_LIMITED" } }] });
  expect(costOf(refused)).toMatchObject({ requested: 9, actual: 0 });
  expect(calls.resolvers).toBe(before);
  expect((await graphql("{ viewer }")).errors).toBeUndefined();
});

test("counts those who show nothing by their address, apart from viewers", async () => {
  const env = { LIMIT_COST: "12", LIMIT_COST_RESTORE: "1", LIMIT_ANONYMOUS_COST: "10" };
  const { graphql } = await startTestGateway({ env });
  await graphql(LIST);
  const first = await graphql(LIST, { token: "" });
  expect(costOf(first)).toMatchObject({ requested: 9, throttle: { maximumAvailable: 10 } });
  const larger = LIST.replace("first: 3", "first: 10");
  expect(await graphql(larger, { token: "" })).toMatchObject({
    status: 429,
    errors: [{ extensions: { code: "RATE_LIMITED" } }],
  });
});
