import { createHash } from "node:crypto";
import { readPageArgs, toPageBothWays, type PageRequest } from "@studio/kit/paging/both-ways.js";
import type { Page } from "@studio/kit/paging/connection.js";
import type { CursorKeys } from "@studio/kit/paging/cursor.js";
import { toGlobalId } from "@studio/kit/paging/global-id.js";
import { noteWatched } from "@studio/kit/server/watched-reads.js";
import { reachOf, type Reach } from "../access/reach.js";
import type { MediaContext } from "../context.js";
import type { SubmissionCondition } from "./submission-condition.js";
import { readSubmissionFilter } from "./submission-filter.js";
import type { SubmissionListArgs, SubmissionOrder } from "./submission-list.args.js";
import { listSubmissions } from "./submission-list.repository.js";
import { readSubmissionOrder } from "./submission-order.js";
import { Submission } from "./submission.type.js";

/** Which submissions a list holds: those asked for, of the contacts within the viewer's reach. */
export interface SubmissionList {
  accountId: string;
  reach: Reach;
  condition: SubmissionCondition;
}

/** A page of a list as the repository reads it. */
export interface SubmissionPagePlan extends SubmissionList {
  order: readonly SubmissionOrder[];
  page: PageRequest;
  after: CursorKeys | null;
  before: CursorKeys | null;
}

/** A page, and the list it is of, which is counted when that is asked for; null for a viewer who reaches nobody. */
export interface SubmissionPage extends Page<Submission> {
  list: SubmissionList | null;
}

/** The submissions within the viewer's reach. @throws NOT_FOUND for a cursor of another list */
export async function pageOfSubmissions(context: MediaContext, args: SubmissionListArgs): Promise<SubmissionPage> {
  const page = readPageArgs(args);
  const order = readSubmissionOrder(args.orderBy);
  const list = reachableList(context, readSubmissionFilter(args.filter));
  if (list === null) return { ...toPageBothWays([], page, never), list };
  const { db, cursors } = context.services;
  const { accountId } = list;
  const name = listName(list, order);
  const read = (cursor: string | null) => (cursor === null ? null : cursors.decode(accountId, name, cursor));
  const plan = { ...list, order, page, after: read(page.after), before: read(page.before) };
  const rows = await db.inAccount(accountId, (tx) => listSubmissions(tx, plan));
  const edges = toPageBothWays(rows, page, ({ row, keys }) => {
    noteWatched(context, toGlobalId("Contact", row.contactId), "submissions");
    return { node: new Submission(row), cursor: cursors.encode(accountId, name, keys) };
  });
  return { ...edges, list };
}

/** A list for the viewer of a request, or null if they reach nobody. */
export function reachableList({ viewer }: MediaContext, condition: SubmissionCondition): SubmissionList | null {
  const reach = reachOf(viewer);
  return viewer.accountId === null || reach === null ? null : { accountId: viewer.accountId, reach, condition };
}

function listName({ reach, condition }: SubmissionList, order: readonly SubmissionOrder[]): string {
  const keys = order.map(({ field, direction }) => [field, direction]);
  const shape = JSON.stringify([reach, condition, keys]);
  return `submissions:${createHash("sha256").update(shape).digest("base64url")}`;
}

function never(): never {
  throw new Error("A page without rows has no edges.");
}
