import { GraphQLID, getNamedType, isInputObjectType, isObjectType, type GraphQLInputType } from "graphql";
import { afterAll, beforeAll, expect, test } from "vitest";
import { MODE, startTestPlatform, type TestPlatform } from "../../support/platform.js";
import { plantWorld, type World } from "../../support/access/world.js";
import { readableCells } from "./coverage.js";
import { ID_TYPES } from "./pools.js";
import { describeLeak, readApi, runRandom, type Outcome } from "./run.js";

/** Another run of the same operations: `RANDOM_SEED=… vitest run --project embedded tests/access/random`. */
const SEED = Number(process.env["RANDOM_SEED"] ?? Math.floor(Math.random() * 1_000_000));
const OPERATIONS = MODE === "embedded" ? 5_000 : 500;

let platform: TestPlatform;
let world: World;
let outcome: Outcome;

beforeAll(async () => {
  console.log(`${OPERATIONS} random operations of seed ${SEED}.`);
  platform = await startTestPlatform({ LIMIT_COST: "1000000000", LIMIT_COST_RESTORE: "1000000000" });
  world = await plantWorld(platform);
  outcome = await runRandom(platform, world, { seed: SEED, operations: OPERATIONS });
}, 300_000);

afterAll(() => platform?.stop());

test("no random operation of anybody shows a value where it may not be, or answers by one", () => {
  expect(outcome.operations).toBe(OPERATIONS);
  expect(outcome.leaks.slice(0, 3).map((leak) => describeLeak(leak))).toEqual([]);
});

test("every operation is valid to the gateway, none breaks it, and a good share is answered", () => {
  expect(outcome.invalid.slice(0, 3)).toEqual([]);
  expect(outcome.answered / outcome.operations).toBeGreaterThan(0.3);
});

test.runIf(MODE === "embedded")("every value that the matrix lets somebody read was read by somebody", () => {
  const cells = readableCells(world);
  expect(cells.length).toBeGreaterThan(60);
  expect(cells.filter((cell) => !outcome.seen.has(cell))).toEqual([]);
});

test("every argument of the API that is an id is known, so that real ones are tried on it", () => {
  const ids = Object.values(readApi().getTypeMap()).flatMap((type) => {
    if (type.name.startsWith("__")) return [];
    const isId = (of: { type: GraphQLInputType }) => getNamedType(of.type) === GraphQLID;
    if (isInputObjectType(type)) {
      return Object.values(type.getFields()).flatMap((of) => (isId(of) ? `${type.name}.${of.name}` : []));
    }
    if (!isObjectType(type)) return [];
    return Object.values(type.getFields()).flatMap(({ name, args }) =>
      args.filter((of) => isId(of)).map((of) => `${type.name}.${name}.${of.name}`),
    );
  });
  expect(ids.filter((at) => !ID_TYPES[at])).toEqual([]);
});
