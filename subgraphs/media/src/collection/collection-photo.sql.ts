import { sql, type SQL } from "drizzle-orm";
import { photo } from "../photo/photo.table.js";
import type { CollectionKey } from "./collection.repository.js";

/** Whether a photo is one of a collection's: a shot of a submission that it holds. For a query of `photo`. */
export function isInCollection({ accountId, id }: CollectionKey): SQL {
  return sql`exists (
    select 1 from media.submission_shot t
    join media.submission s on s.account_id = t.account_id and s.id = t.submission_id
    join media.collection c on c.account_id = s.account_id and c.studio_id = s.studio_id and c.id = ${id}
    where t.account_id = ${accountId} and t.photo_id = ${photo.id} and (c.whole_studio and c.state = 'kept'
      or exists (select 1 from media.collection_item i where i.account_id = t.account_id
        and i.collection_id = c.id and i.submission_id = s.id)))`;
}
