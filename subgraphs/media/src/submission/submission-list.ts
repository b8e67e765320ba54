import { createHash } from "node:crypto";
import { useOf } from "@studio/identity/access/use-of.js";
import { readPageArgs, toPageBothWays, type PageRequest } from "@studio/kit/paging/both-ways.js";
import type { Page } from "@studio/kit/paging/connection.js";
import type { CursorKeys } from "@studio/kit/paging/cursor.js";
import { toGlobalId } from "@studio/kit/paging/global-id.js";
import { noteWatched } from "@studio/kit/server/watched-reads.js";
import { DOINGS, reachOf, type Reach } from "../access/reach.js";
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
  /** Whether submissions of contacts under restriction are left out. */
  hidesRestricted: boolean;
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
  const edges = toPageBothWays(rows, page, ({ row, restricted, keys }) => {
    noteShown(context, row.contactId, restricted);
    return { node: new Submission(row), cursor: cursors.encode(accountId, name, keys) };
  });
  return { ...edges, list };
}

/**
 * A list for the viewer of a request, or null if they reach nobody. Where a purpose opens it to submissions of contacts
 * under restriction, that is on record.
 */
export function reachableList(context: MediaContext, condition: SubmissionCondition): SubmissionList | null {
  const { accountId } = context.viewer;
  const reach = reachOf(context.viewer);
  if (accountId === null || reach === null) return null;
  const use = useOf(context, DOINGS, {}, "submissions");
  return { accountId, reach, hidesRestricted: use.kind === "denied" || use.hidesRestricted, condition };
}

/** All that staff are shown is on record, and of contacts under restriction whatever anybody else is shown. */
function noteShown(context: MediaContext, contactId: string, restricted: boolean): void {
  const subject = toGlobalId("Contact", contactId);
  if (restricted && context.viewer.kind !== "contact") context.reads?.note(subject, "submissions");
  else noteWatched(context, subject, "submissions");
}

function listName({ reach, hidesRestricted, condition }: SubmissionList, order: readonly SubmissionOrder[]): string {
  const keys = order.map(({ field, direction }) => [field, direction]);
  const shape = JSON.stringify([reach, hidesRestricted, condition, keys]);
  return `submissions:${createHash("sha256").update(shape).digest("base64url")}`;
}

function never(): never {
  throw new Error("A page without rows has no edges.");
}
