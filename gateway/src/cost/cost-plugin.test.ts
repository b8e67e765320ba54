import { expect, test } from "vitest";
import { startTestGateway } from "../../test/test-gateway.js";

const LIST = `{ contacts(first: 3) { id latestSubmission { status studio { name } } } }`;

test("tells what an operation may cost, what it did, and what is left", async () => {
  const { graphql } = await startTestGateway({ env: { LIMIT_COST: "1000", LIMIT_COST_RESTORE: "1" } });
  const { extensions } = await graphql(LIST);
  expect(extensions?.["cost"]).toMatchObject({
    requested: 3 * 3,
    actual: 3 * 3,
    throttle: { maximumAvailable: 1000, restoreRate: 1 },
  });
  const left = async () => ((await graphql("{ viewer }")).extensions as any).cost.throttle.currentlyAvailable;
  expect(await left()).toBeGreaterThanOrEqual(991);
  expect(await left()).toBeLessThan(1000);
});

test("refuses what is too dear for what is left, before anything runs", async () => {
  const { graphql, calls } = await startTestGateway({ env: { LIMIT_COST: "12", LIMIT_COST_RESTORE: "1" } });
  expect((await graphql(LIST)).errors).toBeUndefined();
  const before = calls.resolvers;
  const refused = await graphql(LIST);
  expect(refused).toMatchObject({ status: 429, errors: [{ extensions: { code: "RATE_LIMITED" } }] });
  expect((refused.extensions as any).cost).toMatchObject({ requested: 9, actual: 0 });
  expect(calls.resolvers).toBe(before);
  expect((await graphql("{ viewer }")).errors).toBeUndefined();
});

test("does not count one viewer's operations against another, nor anonymous ones at all", async () => {
  const { graphql } = await startTestGateway({ env: { LIMIT_COST: "12", LIMIT_COST_RESTORE: "1" } });
  await graphql(LIST);
  for (let turn = 0; turn < 3; turn++) {
    const { extensions } = await graphql(LIST, { token: "" });
    expect((extensions as any).cost).toMatchObject({ requested: 9, throttle: null });
  }
});
