import { GraphQLID, getNamedType, isInputObjectType, isObjectType, type GraphQLInputType } from "graphql";
import { afterAll, beforeAll, expect, test } from "vitest";
import { MODE, startTestPlatform, type TestPlatform } from "../../support/platform.js";
import { plantWorld, type World } from "../../support/access/world.js";
import { readableCells } from "./coverage.js";
import { ID_TYPES } from "./pools.js";
import { describeLeak, readApi, runRandom, type Outcome, type Wanted } from "./run.js";

/** Another run of the same operations: `RANDOM_SEED=… vitest run --project embedded tests/access/random`. */
const SEED = Number(process.env["RANDOM_SEED"] ?? Math.floor(Math.random() * 1_000_000));
const OPERATIONS = MODE === "embedded" ? 5_000 : 500;

/** So many of them change things, or may, however many it took to have seen everything. */
const MIXED = MODE === "embedded" ? 3_500 : 500;
const READS = Object.keys(readApi().getQueryType()!.getFields());

let platform: TestPlatform;
let world: World;
const outcome: Outcome = { leaks: [], operations: 0, answered: 0, invalid: [], seen: new Set() };

beforeAll(async () => {
  console.log(`${OPERATIONS} random operations of seed ${SEED}.`);
  platform = await startTestPlatform({ LIMIT_COST: "1000000000", LIMIT_COST_RESTORE: "1000000000" });
  world = await plantWorld(platform);
  if (MODE === "embedded") await lookAtEverything();
  await run({ seed: SEED, operations: Math.max(MIXED, OPERATIONS - outcome.operations) });
}, 300_000);

const unseen = () => readableCells(world).filter((cell) => !outcome.seen.has(cell));

/**
 * Reads alone, by those who have not seen all they may, before a change takes it from them for good: a cell that stays
 * unseen is not merely rare.
 */
async function lookAtEverything(): Promise<void> {
  for (let round = 1; round <= 10 && unseen().length > 0; round++) {
    const columns = unseen().map((cell) => cell.split(" | ")[1]!);
    await run({ seed: SEED + round, operations: 320, focus: { roots: READS, columns } });
  }
}

async function run(wanted: Wanted): Promise<void> {
  const more = await runRandom(platform, world, wanted);
  outcome.leaks.push(...more.leaks);
  outcome.invalid.push(...more.invalid);
  outcome.operations += more.operations;
  outcome.answered += more.answered;
  for (const cell of more.seen) outcome.seen.add(cell);
}

afterAll(() => platform?.stop());

test("no random operation of anybody shows a value where it may not be, or answers by one", () => {
  expect(outcome.operations).toBeGreaterThanOrEqual(OPERATIONS);
  expect(outcome.leaks.slice(0, 3).map((leak) => describeLeak(leak))).toEqual([]);
});

test("every operation is valid to the gateway, none breaks it, and a good share is answered", () => {
  expect(outcome.invalid.slice(0, 3)).toEqual([]);
  expect(outcome.answered / outcome.operations).toBeGreaterThan(0.3);
});

test.runIf(MODE === "embedded")("every value that the matrix lets somebody read was read by somebody", () => {
  expect(readableCells(world).length).toBeGreaterThan(60);
  expect(unseen()).toEqual([]);
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
