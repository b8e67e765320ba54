import type { TestPlatform } from "../../support/platform.js";

interface Planting {
  /** What is found; false for what another layer makes up for. */
  leaks: RegExp | false;
  /** Root fields and columns of the matrix where it shows, so that it is found soon. */
  roots?: readonly string[];
  columns?: readonly string[];
  /** Schemas without row security meanwhile. */
  schemas?: readonly string[];
  operations?: number;
}

const LISTS = ["contacts", "contactStats"];
const BY_ID = ["contact", "node"];
const MEDIA = ["submission", "photo", "submissions"];

/** Bugs as they happen, each in one place, or in two where one alone would not leak. */
const PLANTINGS = {
  "identity's queries without their account, and no row security behind them": {
    leaks: /shows/,
    roots: BY_ID,
    schemas: ["identity"],
  },
  "media's queries without their account, and no row security behind them": {
    leaks: /shows/,
    roots: MEDIA,
    schemas: ["media", "identity"],
  },
  "queries without their account, with row security behind them": {
    leaks: false,
    roots: [...BY_ID, ...MEDIA],
    operations: 120,
  },
  "no row security, with queries that name their account": {
    leaks: false,
    roots: [...BY_ID, ...MEDIA],
    schemas: ["identity", "media"],
    operations: 120,
  },
  "a rule that says not(…) of a refusal": { leaks: /shows/ },
  "a rule about a parent whose answer is cached for the request": { leaks: /shows/, roots: ["contacts"] },
  "a filter that nobody guards": { leaks: /answers .* by|finds/, roots: LISTS },
  "an order that nobody guards": {
    leaks: /answers contacts by/,
    roots: ["contacts"],
    columns: ["coordinator", "staff + grant", "integration"],
  },
  "a search that nobody guards": { leaks: /finds somebody by the email/, roots: LISTS, columns: ["staff + grant"] },
  "an error that names a value": { leaks: /shows zq.\d\dfnm/, roots: BY_ID, columns: ["coordinator"] },
  "a mask that gives the whole value": {
    leaks: /shows (zq.\d\deml|49307)/,
    roots: BY_ID,
    columns: ["coordinator", "staff + grant"],
  },
  "a coordinator whose groups are not looked at": { leaks: /shows/, roots: BY_ID, columns: ["coordinator"] },
  "an audit entry that carries a value": { leaks: /in the trail/, roots: ["updateContact", "syncContacts"] },
  "a cursor that can be read": { leaks: /shows zq.\d\dext/, roots: ["contacts"], columns: ["coordinator"] },
  "a mutation's return that nobody guards": {
    leaks: /shows/,
    roots: ["updateContact"],
    columns: ["coordinator"],
  },
  "a stream that is read as the account's owner": {
    leaks: /shows/,
    roots: ["submissionEvents"],
    columns: ["coordinator"],
  },
  "a restriction that nobody looks at": {
    leaks: /shows/,
    roots: BY_ID,
    columns: ["coordinator", "admin"],
  },
  "a restriction that leaves the status": {
    leaks: /shows|lists the contact under restriction/,
    roots: [...BY_ID, ...LISTS, ...MEDIA],
    columns: ["coordinator", "admin", "integration", "HR sync"],
  },
  "a support grant that never ends": { leaks: /shows|answers/, roots: ["contacts", "contact"], columns: ["staff"] },
  "a saved view that is shown whatever it compares": {
    leaks: /shows zq.02ext/,
    roots: ["savedViews"],
    columns: ["coordinator"],
  },
  "submissions of contacts whom one may not know": { leaks: /shows/, roots: MEDIA, columns: ["coordinator", "self"] },
} satisfies Record<string, Planting>;

export type Bug = keyof typeof PLANTINGS;

export const BUGS: Readonly<Record<Bug, Planting>> = PLANTINGS;

const named = Object.keys(PLANTINGS) as Bug[];

/** Those that leak, and those that another layer makes up for. */
export const CAUGHT = named.filter((bug) => BUGS[bug].leaks !== false);
export const HARMLESS = named.filter((bug) => BUGS[bug].leaks === false);

/** Takes row security away from every table of some schemas. */
export const dropRowSecurity = (platform: TestPlatform, schemas: readonly string[]) =>
  switchRowSecurity(platform, schemas, "disable");

/** Puts it back. */
export const restoreRowSecurity = (platform: TestPlatform, schemas: readonly string[]) =>
  switchRowSecurity(platform, schemas, "enable");

async function switchRowSecurity(
  { admin }: TestPlatform,
  schemas: readonly string[],
  to: "enable" | "disable",
): Promise<void> {
  const tables = await admin<{ name: string }[]>`
    select format('%I.%I', schemaname, tablename) as name from pg_tables
    where schemaname = any(${[...schemas]}::text[]) and tablename in (
      select relname from pg_class where relforcerowsecurity)`;
  for (const { name } of tables) await admin.unsafe(`alter table ${name} ${to} row level security`);
}
