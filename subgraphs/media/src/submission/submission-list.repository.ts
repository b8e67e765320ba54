import { and, desc, eq, getTableColumns, isNull, sql, type SQL } from "drizzle-orm";
import type { Tx } from "@studio/kit/db/database.js";
import { idArray } from "@studio/kit/db/id-array.js";
import type { Reach } from "../access/reach.js";
import { publishedContact } from "../published/published-contact.js";
import { submission, type SubmissionRow } from "./submission.table.js";

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

/** Up to `limit` submissions of the contacts within reach after a position, the newest first. */
export function listSubmissions(
  tx: Tx,
  accountId: string,
  reach: Reach,
  { after, limit }: { after: SubmissionPosition | null; limit: number },
): Promise<SubmissionRow[]> {
  return tx
    .select(getTableColumns(submission))
    .from(submission)
    .innerJoin(
      publishedContact,
      and(eq(publishedContact.accountId, submission.accountId), eq(publishedContact.id, submission.contactId)),
    )
    .where(and(eq(submission.accountId, accountId), ...withinReach(reach), after ? isAfter(after) : undefined))
    .orderBy(...newestFirst)
    .limit(limit);
}

function withinReach({ contactId, groupIds, hidesRestricted }: Reach): (SQL | undefined)[] {
  return [
    contactId === null ? undefined : eq(submission.contactId, contactId),
    groupIds === null ? undefined : sql`${publishedContact.groupIds} && ${idArray(groupIds)}`,
    hidesRestricted ? isNull(publishedContact.restrictedAt) : undefined,
  ];
}

function isAfter({ createdAt, id }: SubmissionPosition): SQL {
  return sql`(${submission.createdAt}, ${submission.id}) < (${createdAt.toISOString()}::timestamptz, ${id}::uuid)`;
}
