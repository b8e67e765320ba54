import { and, count, countDistinct, desc, eq, getTableColumns, isNull, sql, type SQL } from "drizzle-orm";
import type { Tx } from "@studio/kit/db/database.js";
import { idArray } from "@studio/kit/db/id-array.js";
import { estimateCount } from "@studio/kit/paging/estimate-count.js";
import type { CursorKeys } from "@studio/kit/paging/cursor.js";
import { isBeyond, keysOf, orderBy } from "@studio/kit/paging/keyset.js";
import type { Reach } from "../access/reach.js";
import { publishedContact } from "../published/published-contact.js";
import { toSql } from "./submission-condition.sql.js";
import type { SubmissionList, SubmissionPagePlan } from "./submission-list.js";
import { orderColumns } from "./submission-order.js";
import { submission, type SubmissionRow } from "./submission.table.js";
import type { SubmissionStatus } from "./submission.values.js";

/** The place of a submission in a list of the newest first. */
export interface SubmissionPosition {
  createdAt: Date;
  id: string;
}

const newestFirst = [desc(submission.createdAt), desc(submission.id)];

/** Each contact's newest submission. */
export function findLatestSubmissions(
  tx: Tx,
  accountId: string,
  contactIds: readonly string[],
): Promise<SubmissionRow[]> {
  return findSubmissionsByContact(tx, accountId, contactIds, { after: null, limit: 1 });
}

/** Up to `limit` submissions of each contact after a position, the newest first: one index walk per contact. */
export function findSubmissionsByContact(
  tx: Tx,
  accountId: string,
  contactIds: readonly string[],
  { after, limit }: { after: SubmissionPosition | null; limit: number },
): Promise<SubmissionRow[]> {
  const newest = tx
    .select()
    .from(submission)
    .where(
      and(
        eq(submission.accountId, accountId),
        sql`${submission.contactId} = wanted.contact_id`,
        after ? isAfter(after) : undefined,
      ),
    )
    .orderBy(...newestFirst)
    .limit(limit)
    .as("newest");
  return tx
    .select(newest._.selectedFields)
    .from(sql`unnest(${idArray(contactIds)}) as wanted(contact_id)`)
    .crossJoinLateral(newest)
    .orderBy(newest.contactId, desc(newest.createdAt), desc(newest.id))
    .prepare("media_submissions_by_contact")
    .execute();
}

/** A submission, whether its contact is under restriction, and its keys in the list's order. */
export interface ListedSubmission {
  row: SubmissionRow;
  restricted: boolean;
  keys: CursorKeys;
}

/** A page's submissions, one more than asked for, in the order in which the page is read. */
export function listSubmissions(tx: Tx, plan: SubmissionPagePlan): Promise<ListedSubmission[]> {
  const columns = orderColumns(plan.order);
  const { after, before, page } = plan;
  return tx
    .select({
      row: getTableColumns(submission),
      restricted: sql<boolean>`${publishedContact.restrictedAt} is not null`,
      keys: keysOf(columns),
    })
    .from(submission)
    .innerJoin(publishedContact, isOfContact)
    .where(
      and(
        ...selected(plan),
        after ? isBeyond(columns, after, false) : undefined,
        before ? isBeyond(columns, before, true) : undefined,
      ),
    )
    .orderBy(...orderBy(columns, page.backward))
    .limit(page.size + 1);
}

/** How many submissions a list holds. */
export async function countSubmissions(tx: Tx, list: SubmissionList): Promise<number> {
  const [row] = await tx
    .select({ n: count() })
    .from(submission)
    .innerJoin(publishedContact, isOfContact)
    .where(and(...selected(list)));
  return row?.n ?? 0;
}

/** About how many submissions a list holds: exact up to 10,000, beyond that what the planner expects. */
export function estimateSubmissions(tx: Tx, list: SubmissionList): Promise<number> {
  const submissions = tx
    .select({ one: sql`1` })
    .from(submission)
    .innerJoin(publishedContact, isOfContact)
    .where(and(...selected(list)));
  return estimateCount(tx, submissions);
}

/** A count by status, by studio, or, with neither, of all. */
export interface SubmissionCount {
  status: SubmissionStatus | null;
  studioId: string | null;
  count: number;
  contacts: number;
}

/** Counts a list as a whole, by status and by studio. */
export function countSubmissionsBy(tx: Tx, list: SubmissionList): Promise<SubmissionCount[]> {
  return tx
    .select({
      status: sql<SubmissionStatus | null>`${submission.status}`,
      studioId: sql<string | null>`${submission.studioId}`,
      count: count(),
      contacts: countDistinct(submission.contactId),
    })
    .from(submission)
    .innerJoin(publishedContact, isOfContact)
    .where(and(...selected(list)))
    .groupBy(sql`grouping sets ((), (${submission.status}), (${submission.studioId}))`);
}

/** Counts a list by the groups that its contacts are in, of a coordinator's alone: the `limit` busiest. */
export function countSubmissionsPerGroup(
  tx: Tx,
  list: SubmissionList,
  limit: number,
): Promise<{ groupId: string; count: number; contacts: number }[]> {
  const { groupIds } = list.reach;
  const submissions = count();
  return tx
    .select({ groupId: sql<string>`held.group_id`, count: submissions, contacts: countDistinct(submission.contactId) })
    .from(submission)
    .innerJoin(publishedContact, isOfContact)
    .crossJoinLateral(sql`unnest(${publishedContact.groupIds}) as held(group_id)`)
    .where(and(...selected(list), groupIds === null ? undefined : sql`held.group_id = any(${idArray(groupIds)})`))
    .groupBy(sql`held.group_id`)
    .orderBy(desc(submissions), sql`held.group_id`)
    .limit(limit);
}

const isOfContact = and(
  eq(publishedContact.accountId, submission.accountId),
  eq(publishedContact.id, submission.contactId),
);

function selected({ accountId, reach, hidesRestricted, condition }: SubmissionList): (SQL | undefined)[] {
  const shown = hidesRestricted ? isNull(publishedContact.restrictedAt) : undefined;
  return [eq(submission.accountId, accountId), ...withinReach(reach), shown, toSql(condition)];
}

function withinReach({ contactId, groupIds }: Reach): (SQL | undefined)[] {
  return [
    contactId === null ? undefined : eq(submission.contactId, contactId),
    groupIds === null ? undefined : sql`${publishedContact.groupIds} && ${idArray(groupIds)}`,
  ];
}

function isAfter({ createdAt, id }: SubmissionPosition): SQL {
  return sql`(${submission.createdAt}, ${submission.id}) < (${createdAt.toISOString()}::timestamptz, ${id}::uuid)`;
}
