import { parseArgs } from "node:util";
import { addBulkContacts } from "../../subgraphs/identity/test/lists/bulk-contacts.js";
import { createAccount, type TestAccount } from "../support/account.js";
import { startTestPlatform, type TestPlatform } from "../support/platform.js";
import { measure, type Case, type Figure } from "./rounds.js";

/** The most that a page may cost at a million contacts, beside what it costs at a thousand. */
const MOST = 1.7;

const SIZES: Readonly<Record<string, number>> = { "1k": 1_000, "10k": 10_000, "100k": 100_000, "1m": 1_000_000 };

const ROW = `edges { cursor node { id status firstName lastName email externalId
  customFields(keys: ["department", "job_title", "office", "start_date"]) { key value } } } pageInfo { hasNextPage endCursor }`;
const LIST = `query ($filter: ContactFilter, $search: String, $orderBy: [ContactOrder!], $after: String) {
  contacts(first: 100, filter: $filter, search: $search, orderBy: $orderBy, after: $after) { ${ROW} } }`;

interface List {
  contacts: {
    edges: { node: { firstName: string; lastName: string } }[];
    pageInfo: { hasNextPage: boolean; endCursor: string };
  };
}

/** One account of a size, and how to ask about it. */
interface Account {
  size: string;
  list: (variables: object) => Promise<List["contacts"]>;
  cursors: string[];
  names: { firstName: string; lastName: string }[];
}

/**
 * `pnpm bench contacts [--sizes 1k,100k,1m] [--rounds 7] [--runs 40]`: what a page of 100 contacts costs through the
 * gateway, in one process with the subgraphs, as the account grows.
 */
export async function benchContacts(args: readonly string[]): Promise<void> {
  const options = { sizes: { type: "string" }, rounds: { type: "string" }, runs: { type: "string" } } as const;
  const { values } = parseArgs({ args: [...args], options });
  const sizes = (values.sizes ?? "1k,100k,1m").split(",");
  const rounds = { rounds: Number(values.rounds ?? 7), runs: Number(values.runs ?? 40) };
  const platform = await startTestPlatform({ DATABASE_POOL: "4" });
  try {
    const accounts: Account[] = [];
    for (const size of sizes) accounts.push(await fill(platform, size));
    const figures = await measure(
      accounts.flatMap((account) => casesOf(account)),
      rounds,
    );
    print(sizes, figures);
  } finally {
    await platform.stop();
  }
}

async function fill(platform: TestPlatform, size: string): Promise<Account> {
  const count = SIZES[size];
  if (count === undefined) throw new Error(`Sizes are ${Object.keys(SIZES).join(", ")}.`);
  const started = performance.now();
  const account: TestAccount = await createAccount(platform, { contacts: 1 });
  await platform.admin`update identity.contact_field set filterable = true
    where account_id = ${account.id} and key in ('department', 'office', 'employee_number', 'start_date', 'remote_days')`;
  await addBulkContacts(platform.admin, { accountId: account.id, count: count - 1, groupIds: account.groups });
  console.log(`${size}: ${count} contacts in ${((performance.now() - started) / 1000).toFixed(1)} s`);
  const owner = platform.as(account.credentials.owner);
  const list = async (variables: object) => (await owner.ask<List>(LIST, { ...variables })).contacts;
  const pages: List["contacts"][] = [await list({})];
  while (pages.length < 8) pages.push(await list({ after: pages.at(-1)!.pageInfo.endCursor }));
  return {
    size,
    list,
    cursors: pages.slice(0, -1).map(({ pageInfo }) => pageInfo.endCursor),
    names: pages
      .flatMap(({ edges }) => edges.map(({ node }) => node))
      .slice(1)
      .filter(({ firstName }) => firstName !== "Maria"),
  };
}

const OFFICES = ["berlin", "lisbon", "toronto", "remote"];
const OWN_PAGE = [{ field: "LAST_NAME" }, { field: "FIRST_NAME" }];

function casesOf({ size, list, cursors, names }: Account): Case[] {
  const one = (of: string, variables: (turn: number) => object, rows: (found: number) => boolean): Case => ({
    name: `${of} ${size}`,
    async run(turn) {
      const { edges } = await list(variables(turn));
      if (!rows(edges.length)) throw new Error(`${of} at ${size} found ${edges.length} contacts.`);
    },
  });
  const person = (turn: number) => names[(turn * 37) % names.length]!;
  const misspelt = (name: string) => `${name.slice(0, -2)}${name.slice(-1)}`;
  return [
    one(
      SHAPES[0],
      (turn) => ({ after: cursors[turn % cursors.length] }),
      (found) => found === 100,
    ),
    one(
      SHAPES[1],
      () => ({ orderBy: OWN_PAGE }),
      (found) => found === 100,
    ),
    one(
      SHAPES[2],
      (turn) => ({ filter: { custom: { key: "office", eq: OFFICES[turn % 4] } } }),
      (found) => found === 100,
    ),
    one(
      SHAPES[3],
      (turn) => ({
        filter: { custom: { key: "employee_number", eq: `B${String((turn % 900) + 1).padStart(9, "0")}` } },
      }),
      (found) => found === 1,
    ),
    one(
      SHAPES[4],
      () => ({ search: "maria" }),
      (found) => found === 100,
    ),
    one(
      SHAPES[5],
      (turn) => ({ search: `${person(turn).firstName} ${person(turn).lastName}` }),
      (found) => found > 0 && found < 5,
    ),
    one(
      SHAPES[6],
      (turn) => ({ search: `${person(turn).firstName} ${misspelt(person(turn).lastName)}` }),
      (found) => found > 0,
    ),
    one(
      SHAPES[7],
      (turn) => ({ search: misspelt(person(turn).lastName) }),
      (found) => found > 0,
    ),
  ];
}

const SHAPES = [
  "page of 100",
  "page of 100 by name",
  "filtered by an indexed custom field",
  "found by an indexed custom field",
  "page of 100 searched by a frequent name",
  "searched by full name",
  "searched by full name, a letter missing",
  "searched by last name, a letter missing",
] as const;

function print(sizes: readonly string[], figures: ReadonlyMap<string, Figure>): void {
  const [small] = sizes;
  const cells = (shape: string) =>
    sizes.map((size) => {
      const { median, low, high } = figures.get(`${shape} ${size}`)!;
      return `${median.toFixed(1)} (${low.toFixed(1)}–${high.toFixed(1)})`;
    });
  const ratio = (shape: string) => {
    const of = (size: string | undefined) => figures.get(`${shape} ${size}`)!.median;
    return (of(sizes.at(-1)) / of(small)).toFixed(2);
  };
  console.log("\nmilliseconds a request, median of rounds (lowest–highest round)\n");
  console.log(`| | ${sizes.join(" | ")} | ${sizes.at(-1)} ÷ ${small} |`);
  console.log(`|---|${sizes.map(() => "---|").join("")}---|`);
  for (const shape of SHAPES) console.log(`| ${shape} | ${cells(shape).join(" | ")} | ${ratio(shape)} |`);
  const beyond = SHAPES.slice(0, -1).filter((shape) => Number(ratio(shape)) > MOST);
  console.log(`\n${sizes.at(-1)} ÷ ${small} beyond ${MOST}: ${beyond.join(", ") || "none"}`);
  console.log("The last finds more contacts the more there are, up to a page of 100; it is compared with nothing.");
}
