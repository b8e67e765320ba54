import { sql, type SQL } from "drizzle-orm";
import type { Tx } from "@studio/kit/db/database.js";
import type { SubmissionRow } from "../submission/submission.table.js";
import type { CollectionRow } from "./collection.table.js";

/** A submission in a collection, and what of it lies in the store. */
export interface Held {
  submissionId: string;
  contactId: string;
  version: number;
  /** Whether processing of the contact is restricted: their data is kept until that is lifted (GDPR art. 18). */
  restricted: boolean;
  photos: number;
  pictures: number;
  bytes: number;
}

/** As the driver gives it: counts are texts. */
type HeldRow = Record<"submissionId" | "contactId" | "version" | "photos" | "pictures" | "bytes", string> & {
  restricted: boolean;
};

/** What a collection holds that is not gone, in the order of the ids. @param limit none for all */
export async function findHeld(tx: Tx, of: CollectionRow, { limit = null }: { limit?: number | null } = {}) {
  const byItem = !of.wholeStudio || of.state !== "kept";
  const rows = await tx.execute<HeldRow>(sql`
    select s.id as "submissionId", s.contact_id as "contactId", s.version, c.restricted_at is not null as restricted,
      count(distinct p.id) as photos, count(p.object_key) + coalesce(sum(d.pictures), 0) as pictures,
      coalesce(sum(p.bytes), 0) + coalesce(sum(d.bytes), 0) as bytes
    from media.submission s
    left join media.submission_shot t on t.account_id = s.account_id and t.submission_id = s.id
    left join media.photo p on p.account_id = t.account_id and p.id = t.photo_id and p.status <> 'purged'
    left join lateral (select count(*) as pictures, sum(d.bytes) as bytes from media.derivative d
      where d.account_id = p.account_id and d.photo_id = p.id) d on true
    left join identity.published_contact c on c.account_id = s.account_id and c.id = s.contact_id
    where s.account_id = ${of.accountId} and s.studio_id = ${of.studioId} and s.status <> 'purged' ${inItems(of, byItem)}
    group by s.account_id, s.id, c.restricted_at
    order by c.restricted_at is not null, s.id ${limit === null ? sql`` : sql`limit ${limit}`}`);
  return rows.map((row): Held => {
    const { submissionId, contactId, restricted } = row;
    const [version, photos, pictures, bytes] = [row.version, row.photos, row.pictures, row.bytes].map(Number);
    return {
      submissionId,
      contactId,
      restricted,
      version: version!,
      photos: photos!,
      pictures: pictures!,
      bytes: bytes!,
    };
  });
}

/** Keeps shots from being added to a studio's submissions until the transaction ends: what is counted stays so. */
export async function holdShots(tx: Tx, studioId: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${turnOf(studioId)})`);
}

/** Keeps a studio's removals from being confirmed until the transaction ends. Any number may do so at once. */
export async function holdRemovals(tx: Tx, studioId: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock_shared(${turnOf(studioId)})`);
}

function turnOf(studioId: string): SQL {
  return sql`hashtextextended('media.removal:' || ${studioId}, 0)`;
}

/** Whether the removal of a submission was confirmed, with a collection that it is in. */
export async function isBeingRemoved(tx: Tx, submission: SubmissionRow): Promise<boolean> {
  const { accountId, studioId, id } = submission;
  const rows = await tx.execute(sql`
    select 1 from media.collection c
    join media.collection_item i on i.account_id = c.account_id and i.collection_id = c.id
    where c.account_id = ${accountId} and c.studio_id = ${studioId} and c.state = 'removing'
      and i.submission_id = ${id} limit 1`);
  return rows.length > 0;
}

function inItems({ accountId, id }: CollectionRow, byItem: boolean): SQL {
  if (!byItem) return sql``;
  return sql`and exists (select 1 from media.collection_item i where i.account_id = ${accountId}
    and i.collection_id = ${id} and i.submission_id = s.id)`;
}
