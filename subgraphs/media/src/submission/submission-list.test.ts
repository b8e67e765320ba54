import { afterAll, beforeAll, expect, test } from "vitest";
import type { Viewer } from "@studio/kit/auth/viewer.js";
import { newId } from "@studio/kit/id.js";
import { toGlobalId } from "@studio/kit/paging/global-id.js";
import { ask } from "../../test/contact-client.js";
import { contactGid, member } from "../../test/viewers.js";
import { variedSubmissions } from "../../test/varied-submissions.js";
import { openWorld, type World } from "../../test/world.js";
import type { SeedSubmission } from "../seed.js";

const LIST = `query ($filter: SubmissionFilter, $orderBy: [SubmissionOrder!], $first: Int, $after: String, $last: Int, $before: String) {
  submissions(filter: $filter, orderBy: $orderBy, first: $first, after: $after, last: $last, before: $before) {
    totalCount edges { cursor node { id status submittedAt } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`;
const STATS = `query ($filter: SubmissionFilter) { submissionStats(filter: $filter) {
  totalCount contacts byStatus { status count } byStudio { studio { id } count contacts } } }`;

interface Connection {
  totalCount: number;
  edges: { cursor: string; node: { id: string; status: string; submittedAt: string | null } }[];
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string; endCursor: string };
}

let world: World;
let accountId: string;
let groupId: string;
let studios: string[];
let seeds: SeedSubmission[];

beforeAll(async () => {
  world = await openWorld({ workers: false });
  ({ accountId, groupId, studios, seeds } = await variedSubmissions(world, 12));
  await variedSubmissions(world, 3);
});

afterAll(() => world.close());

async function list(variables: object, viewer: Viewer = member(accountId, "owner")): Promise<Connection> {
  const { data, errors } = await ask<{ submissions: Connection }>(
    world.media,
    viewer,
    LIST,
    variables as Record<string, unknown>,
  );
  expect(errors ?? []).toEqual([]);
  return data!.submissions;
}

const ids = ({ edges }: Connection) => edges.map(({ node }) => node.id);
const gid = (seed: SeedSubmission) => toGlobalId("Submission", seed.submissionId);
const matching = (keep: (seed: SeedSubmission) => boolean) => new Set(seeds.filter((seed) => keep(seed)).map(gid));

test("covers every submission once, both ways, under each order", async () => {
  for (const field of ["CREATED_AT", "SUBMITTED_AT"]) {
    for (const direction of ["ASC", "DESC"]) {
      const orderBy = { field, direction };
      const whole = ids(await list({ orderBy, first: 250 }));
      expect(new Set(whole).size).toBe(seeds.length);
      const forward: string[] = [];
      for (let after: string | null = null, more = true; more;) {
        const page: Connection = await list({ orderBy, first: 5, after });
        forward.push(...ids(page));
        [after, more] = [page.pageInfo.endCursor, page.pageInfo.hasNextPage];
      }
      const backward: string[] = [];
      for (let before: string | null = null, more = true; more;) {
        const page: Connection = await list({ orderBy, last: 7, before });
        backward.unshift(...ids(page));
        [before, more] = [page.pageInfo.startCursor, page.pageInfo.hasPreviousPage];
      }
      expect([orderBy, forward, backward]).toEqual([orderBy, whole, whole]);
    }
  }
});

test("filters by status, studio, contact and time, and counts what it found", async () => {
  const [one] = seeds;
  const until = new Date(1_800_000_000_000 - 3_600_000).toISOString();
  const cases: [object, (seed: SeedSubmission) => boolean][] = [
    [{}, () => true],
    [{ status: ["IN_REVIEW"] }, (seed) => seed.status === "in_review"],
    [{ status: [] }, () => false],
    [{ studioIds: [toGlobalId("Studio", studios[1]!)] }, (seed) => seed.studioId === studios[1]],
    [{ contactIds: [contactGid(one!.contactId)] }, (seed) => seed.contactId === one!.contactId],
    [{ created: { until } }, (seed) => seed.createdAt.toISOString() < until],
    [
      { created: { from: until }, status: ["SUBMITTED"] },
      (seed) => seed.createdAt.toISOString() >= until && seed.status === "submitted",
    ],
    [{ submitted: { from: "2000-01-01T00:00:00Z" } }, (seed) => seed.status === "submitted"],
    [{ contactIds: [contactGid(newId())] }, () => false],
  ];
  for (const [filter, keep] of cases) {
    const found = await list({ filter, first: 250 });
    expect([filter, new Set(ids(found)), found.totalCount]).toEqual([filter, matching(keep), matching(keep).size]);
  }
});

test("counts by status and studio as one would by hand", async () => {
  const { data } = await ask<{ submissionStats: any }>(world.media, member(accountId, "admin"), STATS, {});
  const count = (keep: (seed: SeedSubmission) => boolean) => seeds.filter((seed) => keep(seed)).length;
  expect(data!.submissionStats).toMatchObject({ totalCount: seeds.length, contacts: seeds.length / 2 });
  expect(data!.submissionStats.byStatus).toEqual([
    { status: "SUBMITTED", count: count(({ status }) => status === "submitted") },
    { status: "IN_REVIEW", count: count(({ status }) => status === "in_review") },
  ]);
  const byStudio = data!.submissionStats.byStudio.map((one: any) => [one.studio.id, one.count, one.contacts]);
  expect(new Set(byStudio)).toEqual(
    new Set(studios.map((id) => [toGlobalId("Studio", id), seeds.length / 2, seeds.length / 2])),
  );
});

test("counts by group what members see of it, a coordinator their own groups alone", async () => {
  const other = newId();
  await world.sql`update identity.published_contact set group_ids = group_ids || ${other}::uuid
    where account_id = ${accountId} and id in ${world.sql(seeds.slice(0, 4).map(({ contactId }) => contactId))}`;
  const QUERY = "{ submissionStats { totalCount byGroup { group { id } count contacts } } }";
  const counted = async (viewer: Viewer) => {
    const { data, errors } = await ask<{ submissionStats: any }>(world.media, viewer, QUERY, {});
    return { byGroup: data!.submissionStats.byGroup, code: errors?.[0]?.extensions.code };
  };
  const own = { group: { id: toGlobalId("Group", groupId) }, count: 8, contacts: 4 };
  const theirs = { group: { id: toGlobalId("Group", other) }, count: 4, contacts: 2 };
  expect(await counted(member(accountId, "owner"))).toEqual({ byGroup: [own, theirs], code: undefined });
  expect((await counted(member(accountId, "coordinator", [groupId]))).byGroup).toEqual([own]);
  const contact: Viewer = {
    kind: "contact",
    accountId,
    contactId: seeds[0]!.contactId,
    studioId: studios[0]!,
    sessionId: newId(),
  };
  expect(await counted(contact)).toEqual({ byGroup: null, code: "FORBIDDEN" });
});

test("a coordinator's lists and counts hold their groups alone", async () => {
  const coordinator = member(accountId, "coordinator", [groupId]);
  expect((await list({ first: 250 }, coordinator)).totalCount).toBe(8);
  const { data } = await ask<{ submissionStats: any }>(world.media, coordinator, STATS, {});
  expect(data!.submissionStats).toMatchObject({ totalCount: 8, contacts: 4 });
  const outside = { contactIds: [contactGid(seeds[2]!.contactId)] };
  expect((await list({ filter: outside }, coordinator)).totalCount).toBe(0);
});

test("refuses a cursor of another list, and ids of another type", async () => {
  const { edges } = await list({ first: 3 });
  const after = edges[0]!.cursor;
  const codes = async (variables: Record<string, unknown>, viewer: Viewer = member(accountId, "owner")) =>
    (await ask(world.media, viewer, LIST, variables)).errors?.map((error) => error.extensions.code);
  expect(await codes({ after, filter: { status: ["SUBMITTED"] } })).toEqual(["NOT_FOUND"]);
  expect(await codes({ after, orderBy: { field: "SUBMITTED_AT" } })).toEqual(["NOT_FOUND"]);
  expect(await codes({ after }, member(accountId, "coordinator", [groupId]))).toEqual(["NOT_FOUND"]);
  expect(await codes({ filter: { studioIds: [contactGid(newId())] } })).toEqual(["BAD_USER_INPUT"]);
  expect(await codes({ first: 1, last: 1 })).toEqual(["BAD_USER_INPUT"]);
});

test("another account's studios and contacts lead to nothing", async () => {
  const other = await variedSubmissions(world, 2);
  const owner = member(other.accountId, "owner");
  for (const filter of [
    { studioIds: [toGlobalId("Studio", studios[0]!)] },
    { contactIds: [contactGid(seeds[0]!.contactId)] },
  ]) {
    expect((await list({ filter }, owner)).totalCount).toBe(0);
  }
});
