import { readFileSync } from "node:fs";
import { buildSchema, type GraphQLSchema } from "graphql";
import { toGlobalId } from "@studio/kit/paging/global-id.js";
import { fieldOf } from "../../support/access/fields.js";
import type { World } from "../../support/access/world.js";
import type { TestPlatform } from "../../support/platform.js";
import { ask } from "./ask.js";
import { checkAnswer, valuesIn, type Leak } from "./check.js";
import { Random } from "./random.js";
import type { Operation } from "./template.js";
import { makeValue } from "./values.js";
import { writeTemplate } from "./write-template.js";

const SCHEMA_FILE = new URL("../../../schema/api.graphql", import.meta.url);

/** The API as clients know it. */
export const readApi = (): GraphQLSchema => buildSchema(readFileSync(SCHEMA_FILE, "utf8"));

export interface Wanted {
  seed: number;
  operations: number;
  /** Ends with the batch in which the first leak is found. */
  untilLeak?: boolean;
  /** Only these root fields, or viewers in these columns of the matrix. */
  focus?: { roots?: readonly string[] | undefined; columns?: readonly string[] | undefined };
}

/** What a run came to. */
export interface Outcome {
  leaks: Leak[];
  operations: number;
  /** How many were answered with anything but null. */
  answered: number;
  /** How many were not valid to the gateway: none should be. */
  invalid: string[];
  /** Each `row | column` of the matrix whose canary was seen where it may be. */
  seen: Set<string>;
}

/** Each template is run so often, by different viewers with different values. */
const TURNS = 4;
const BATCH = 80;
/** How often somebody states a purpose: those whom one opens a door, often. */
const PURPOSE_SHARE: Readonly<Record<string, number>> = { owner: 0.4, "privacy officer": 0.6 };
const AT_ONCE = 8;

/** Runs random operations as random viewers, and checks every answer and all that it left in the trail. */
export async function runRandom(platform: TestPlatform, world: World, wanted: Wanted): Promise<Outcome> {
  const schema = readApi();
  const outcome: Outcome = { leaks: [], operations: 0, answered: 0, invalid: [], seen: new Set() };
  let trail = await trailEnd(platform);
  const size = wanted.untilLeak ? 24 : BATCH;
  for (let from = 0; from < wanted.operations; from += size) {
    const versions = await contactVersions(platform);
    const batch = Array.from({ length: Math.min(size, wanted.operations - from) }, (_, n) => from + n);
    await inParallel(batch, (index) => runOne(platform, world, { ...wanted, schema, index, versions }, outcome));
    trail = await checkTrail(platform, world, trail, outcome);
    if (wanted.untilLeak && outcome.leaks.length > 0) break;
  }
  return outcome;
}

interface Turn extends Wanted {
  schema: GraphQLSchema;
  index: number;
  versions: ReadonlyMap<string, number>;
}

async function runOne({ graphUrl }: TestPlatform, world: World, turn: Turn, outcome: Outcome): Promise<void> {
  const { schema, seed, index, versions, focus = {} } = turn;
  const template = writeTemplate(schema, new Random(seed * 31 + Math.floor(index / TURNS)), focus.roots);
  const random = new Random(seed * 7919 + index);
  const viewers = world.viewers.filter(({ column }) => focus.columns?.includes(column) ?? true);
  const likely = viewers.filter(({ readsMuch }) => readsMuch);
  const viewer = random.pick(likely.length > 0 && random.chance(0.7) ? likely : viewers);
  const asker = { viewer, brought: { purpose: random.chance(PURPOSE_SHARE[viewer.column] ?? 0.1) } };
  const making = { world, viewer, random, versions };
  const values = template.slots.map(({ name, type, at }) => [name, makeValue(making, type, at)]);
  const operation: Operation = { ...template, variables: Object.fromEntries(values) };
  const answer = await ask(graphUrl, asker, operation);
  const { leak, inPlace } = checkAnswer(world, asker, operation, answer);
  outcome.operations++;
  if (leak) outcome.leaks.push(leak);
  if (Object.values(answer.data ?? {}).some((value) => value !== null)) outcome.answered++;
  if (
    /GRAPHQL_VALIDATION_FAILED|GRAPHQL_PARSE_FAILED|BAD_USER_INPUT.{0,40}Variable|"INTERNAL"|too large/.test(
      answer.errors,
    )
  ) {
    outcome.invalid.push(`${answer.errors}\n${template.query} ${JSON.stringify(operation.variables)}`);
  }
  for (const { contact, code } of inPlace) {
    if (contact !== null) outcome.seen.add(`${fieldOf(code).row} | ${viewer.column}`);
  }
}

/** A leak as one would report it: what, to whom, and the whole operation to run again. */
export function describeLeak({ what, viewer, operation, answer }: Leak): string {
  const { query, variables } = operation;
  return `To ${viewer}, this ${what}:\n${query}\n${JSON.stringify(variables)}\n${answer}`;
}

async function inParallel(indexes: readonly number[], work: (index: number) => Promise<void>): Promise<void> {
  const waiting = [...indexes];
  const worker = async () => {
    for (let index = waiting.shift(); index !== undefined; index = waiting.shift()) await work(index);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}

async function contactVersions({ admin }: TestPlatform): Promise<Map<string, number>> {
  const rows = await admin<{ id: string; version: number }[]>`select id, version from identity.contact`;
  return new Map(rows.map(({ id, version }) => [toGlobalId("Contact", id), version]));
}

/** How far each account's audit trail goes. */
async function trailEnd({ admin }: TestPlatform): Promise<Record<string, number>> {
  const rows = await admin<{ id: string; end: number }[]>`
    select account_id as id, max(position)::int as end from compliance.audit_event group by account_id`;
  return Object.fromEntries(rows.map(({ id, end }) => [id, end]));
}

/** The audit trail and the event log hold ids alone, whoever acted. */
async function checkTrail(platform: TestPlatform, world: World, from: Record<string, number>, outcome: Outcome) {
  const { admin } = platform;
  const end = await trailEnd(platform);
  const entries = await admin<{ line: string }[]>`
    select to_jsonb(e)::text as line from compliance.audit_event e
    where position > coalesce((${JSON.stringify(from)}::text::jsonb ->> account_id::text)::int, 0)`;
  const events = await admin<{ line: string }[]>`
    select to_jsonb(e)::text as line from events.event e order by position desc limit 200`;
  for (const { line } of [...entries, ...events]) {
    const [value] = valuesIn(world, line);
    if (!value) continue;
    const operation = { kind: "mutation", query: "(see the entry)", slots: [], roots: [], variables: {} } as const;
    outcome.leaks.push({ what: `leaves ${value.text} in the trail`, viewer: "whoever acted", operation, answer: line });
  }
  return end;
}
