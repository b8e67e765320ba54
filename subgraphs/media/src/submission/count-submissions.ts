import { badInput } from "@studio/kit/error/codes.js";
import type { MediaContext } from "../context.js";
import { Group } from "../group/group.stub.js";
import { Studio } from "../studio/studio.stub.js";
import { readSubmissionFilter } from "./submission-filter.js";
import type { SubmissionStatsArgs } from "./submission-list.args.js";
import { reachableList, type SubmissionList } from "./submission-list.js";
import { countSubmissionsBy, countSubmissionsPerGroup } from "./submission-list.repository.js";
import type { SubmissionGroupCount, SubmissionStats } from "./submission-stats.type.js";

const MAX_STUDIOS = 250;
const MAX_GROUPS = 250;

/** What was counted, and of which list, which is counted by group when that is asked for; null for nobody's. */
export interface CountedSubmissions extends SubmissionStats {
  list: SubmissionList | null;
}

/** Counts the submissions within the viewer's reach by status and by studio, in one statement. */
export async function countSubmissionStats(
  context: MediaContext,
  { filter, studios }: SubmissionStatsArgs,
): Promise<CountedSubmissions> {
  if (studios < 1 || studios > MAX_STUDIOS) throw badInput(`Ask for 1 to ${MAX_STUDIOS} studios.`, "studios");
  const list = reachableList(context, readSubmissionFilter(filter));
  if (list === null) return { list, totalCount: 0, contacts: 0, byStatus: [], byStudio: [] };
  const rows = await context.services.db.inAccount(list.accountId, (tx) => countSubmissionsBy(tx, list));
  const sorted = rows.toSorted((left, right) => right.count - left.count);
  const total = sorted.find(({ status, studioId }) => status === null && studioId === null);
  return {
    list,
    totalCount: total?.count ?? 0,
    contacts: total?.contacts ?? 0,
    byStatus: sorted.flatMap(({ status, count }) => (status === null ? [] : [{ status, count }])),
    byStudio: sorted
      .flatMap(({ studioId, count, contacts }) =>
        studioId === null ? [] : [{ studio: new Studio(studioId), count, contacts }],
      )
      .slice(0, studios),
  };
}

/** Counts a list by the groups of its contacts, the busiest first. */
export async function countSubmissionsByGroup(
  { services }: MediaContext,
  list: SubmissionList | null,
): Promise<SubmissionGroupCount[]> {
  if (list === null) return [];
  const rows = await services.db.inAccount(list.accountId, (tx) => countSubmissionsPerGroup(tx, list, MAX_GROUPS));
  return rows.map(({ groupId, count, contacts }) => ({ group: new Group(groupId), count, contacts }));
}
