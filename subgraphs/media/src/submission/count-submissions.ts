import { badInput } from "@studio/kit/error/codes.js";
import type { MediaContext } from "../context.js";
import { Studio } from "../studio/studio.stub.js";
import { readSubmissionFilter } from "./submission-filter.js";
import type { SubmissionStatsArgs } from "./submission-list.args.js";
import { reachableList } from "./submission-list.js";
import { countSubmissionsBy } from "./submission-list.repository.js";
import type { SubmissionStats } from "./submission-stats.type.js";

const MAX_STUDIOS = 250;

/** Counts the submissions within the viewer's reach by status and by studio, in one statement. */
export async function countSubmissionStats(
  context: MediaContext,
  { filter, studios }: SubmissionStatsArgs,
): Promise<SubmissionStats> {
  if (studios < 1 || studios > MAX_STUDIOS) throw badInput(`Ask for 1 to ${MAX_STUDIOS} studios.`, "studios");
  const list = reachableList(context, readSubmissionFilter(filter));
  if (list === null) return { totalCount: 0, contacts: 0, byStatus: [], byStudio: [] };
  const rows = await context.services.db.inAccount(list.accountId, (tx) => countSubmissionsBy(tx, list));
  const sorted = rows.toSorted((left, right) => right.count - left.count);
  const total = sorted.find(({ status, studioId }) => status === null && studioId === null);
  return {
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
