import { afterAll, beforeAll, expect, test } from "vitest";
import type { Viewer } from "@studio/kit/auth/viewer.js";
import { newId } from "@studio/kit/id.js";
import { toGlobalId } from "@studio/kit/paging/global-id.js";
import { ask } from "../../test/contact-client.js";
import { variedSubmissions, type VariedAccount } from "../../test/varied-submissions.js";
import { contactGid, member } from "../../test/viewers.js";
import { openWorld, type World } from "../../test/world.js";
import type { SeedSubmission } from "../seed.js";

const LIST = `query ($filter: SubmissionFilter, $orderBy: [SubmissionOrder!], $first: Int, $after: String) {
  submissions(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
    totalCount estimatedCount edges { node { id status createdAt } } pageInfo { endCursor hasNextPage } } }`;

interface List {
  totalCount: number;
  estimatedCount: number;
  edges: { node: { id: string; status: string; createdAt: string } }[];
  pageInfo: { endCursor: string; hasNextPage: boolean };
}

let world: World;
let account: VariedAccount;

beforeAll(async () => {
  world = await openWorld({ workers: false });
  account = await variedSubmissions(world, 12);
  await variedSubmissions(world, 2);
});

afterAll(() => world.close());

const ownerAsks = (variables: Record<string, unknown>, viewer: Viewer = member(account.accountId, "owner")) =>
  ask<{ submissions: List }>(world.media, viewer, LIST, { first: 250, ...variables });

async function list(variables: Record<string, unknown>, viewer?: Viewer): Promise<List> {
  const { data, errors } = await ownerAsks(variables, viewer);
  expect(errors ?? []).toEqual([]);
  return data!.submissions;
}

const gid = (seed: SeedSubmission) => toGlobalId("Submission", seed.submissionId);
const studioGid = (place: number) => toGlobalId("Studio", account.studios[place]!);

/** One comparison, and what it means. */
type Leaf = [filter: object, holds: (seed: SeedSubmission) => boolean];

function leaves(): Leaf[] {
  const [first, second] = account.seeds;
  const early = new Date(1_800_000_000_000 - 3_600_000 - 60_000);
  const late = new Date(1_800_000_000_000 - 60_000);
  const span = [early.toISOString(), late.toISOString()];
  const isSubmitted = ({ status }: SeedSubmission) => status === "submitted";
  return [
    [{}, () => true],
    [{ or: [] }, () => false],
    [{ status: "SUBMITTED" }, isSubmitted],
    [{ id: { in: [gid(first!), gid(second!)] } }, (seed) => seed === first || seed === second],
    [{ studio: { eq: studioGid(1) } }, ({ studioId }) => studioId === account.studios[1]],
    [{ contact: { in: [contactGid(first!.contactId)] } }, ({ contactId }) => contactId === first!.contactId],
    [{ contact: { eq: contactGid(newId()) } }, () => false],
    [{ createdAt: { lt: late.toISOString() } }, ({ createdAt }) => createdAt < late],
    [{ createdAt: { gt: early.toISOString() } }, ({ createdAt }) => createdAt > early],
    [{ createdAt: { eq: early.toISOString() } }, ({ createdAt }) => createdAt.getTime() === early.getTime()],
    [{ createdAt: { between: span } }, ({ createdAt }) => createdAt >= early && createdAt <= late],
    [{ submittedAt: { isSet: false } }, (seed) => !isSubmitted(seed)],
    // Who has not submitted passes no comparison of the time, and so is among those of whom it does not hold.
    [{ submittedAt: { gt: "2000-01-01T00:00:00Z" } }, isSubmitted],
    [{ submitted: { from: "2000-01-01T00:00:00Z" } }, isSubmitted],
  ];
}

test("finds what any and, or and not of comparisons mean, and counts it", async () => {
  const each = leaves();
  const at = (place: number): Leaf => each[place % each.length]!;
  const trees: Leaf[] = each.flatMap(([filter, holds], place) => {
    const [[left, isLeft], [right, isRight]] = [at(place + 1), at(place + 5)];
    return [
      [filter, holds],
      [{ not: filter }, (seed) => !holds(seed)],
      [{ not: { not: filter } }, holds],
      [{ or: [filter, { and: [left, { not: right }] }] }, (seed) => holds(seed) || (isLeft(seed) && !isRight(seed))],
      [{ not: { or: [filter, left], ...right } }, (seed) => !((holds(seed) || isLeft(seed)) && isRight(seed))],
    ] satisfies Leaf[];
  });
  for (const [filter, holds] of trees) {
    const expected = account.seeds.filter((seed) => holds(seed)).map(gid);
    const found = await list({ filter });
    expect([filter, new Set(found.edges.map(({ node }) => node.id))]).toEqual([filter, new Set(expected)]);
    expect(found).toMatchObject({ totalCount: expected.length, estimatedCount: expected.length });
  }
});

test("orders by several fields, each deciding where those before it do not, over pages too", async () => {
  const orderBy = [{ field: "STATUS", direction: "ASC" }, { field: "CREATED_AT" }];
  const whole = (await list({ orderBy })).edges.map(({ node }) => node);
  const byHand = whole.toSorted(
    (left, right) =>
      left.status.localeCompare(right.status) ||
      right.createdAt.localeCompare(left.createdAt) ||
      whole.indexOf(left) - whole.indexOf(right),
  );
  expect(whole).toHaveLength(account.seeds.length);
  expect(whole).toEqual(byHand);
  const paged: unknown[] = [];
  for (let after: string | null = null, more = true; more;) {
    const page: List = await list({ orderBy, first: 5, after });
    paged.push(...page.edges.map(({ node }) => node));
    [after, more] = [page.pageInfo.endCursor, page.pageInfo.hasNextPage];
  }
  expect(paged).toEqual(whole);
});

test("no tree of conditions leads a coordinator out of their groups, nor anybody into another account", async () => {
  const coordinator = member(account.accountId, "coordinator", [account.groupId]);
  const everything = { or: [{ not: { or: [] } }, { not: { studio: { eq: studioGid(0) } } }] };
  expect((await list({ filter: everything })).totalCount).toBe(account.seeds.length);
  expect((await list({ filter: everything }, coordinator)).totalCount).toBe(8);
  const other = await variedSubmissions(world, 1);
  expect((await list({ filter: everything }, member(other.accountId, "owner"))).totalCount).toBe(2);
});

const nested = (depth: number): object => (depth === 0 ? {} : { not: nested(depth - 1) });

test.each([
  ["an id of another type", { or: [{ studio: { eq: contactGid(newId()) } }] }, "filter.or.0.studio.eq"],
  ["one among ids", { contact: { in: [contactGid(newId()), "x"] } }, "filter.contact.in.1"],
  ["a comparison with nothing", { not: { submittedAt: { eq: null } } }, "filter.not.submittedAt.eq"],
  ["half a span", { createdAt: { between: ["2026-01-01T00:00:00Z"] } }, "filter.createdAt.between"],
  ["too deep a tree", nested(8), `filter${".not".repeat(8)}`],
  ["too many conditions", { or: Array.from({ length: 61 }, () => ({ status: "DRAFT" })) }, "filter.or.60.status"],
  ["too many ids", { id: { in: Array.from({ length: 501 }, () => "x") } }, "filter.id.in"],
])("refuses %s, and says where", async (_what, filter, argument) => {
  const { errors } = await ownerAsks({ filter });
  expect(errors).toMatchObject([{ extensions: { code: "BAD_USER_INPUT", argument } }]);
});

test("refuses an order that names a field twice", async () => {
  const { errors } = await ownerAsks({ orderBy: [{ field: "STATUS" }, { field: "STATUS", direction: "ASC" }] });
  expect(errors).toMatchObject([{ extensions: { code: "BAD_USER_INPUT", argument: "orderBy" } }]);
});
