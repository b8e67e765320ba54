import { sql, type SQL } from "drizzle-orm";
import { contact } from "../contact/contact.table.js";
import { invitation } from "../invitation/invitation.table.js";

/**
 * Contacts beside each studio that they have to do with at `now`, as `taking.studio_id`: more than once if they have
 * several reasons. A reason is a submission, from the draft on, until it is withdrawn or purged; or an invitation that
 * is open or was accepted. Read from media's published view when asked, so this subgraph may start before media.
 */
export function contactsInStudios(now: Date): SQL {
  const at = now.toISOString();
  return sql`${contact} join (
      select s.account_id, s.contact_id, s.studio_id from media.published_submission s
      where s.status not in ('withdrawn', 'purged')
      union all
      select ${invitation.accountId}, ${invitation.contactId}, ${invitation.studioId} from ${invitation}
      where ${invitation.acceptedAt} is not null
        or (${invitation.revokedAt} is null and ${invitation.expiresAt} > ${at}::timestamptz)
    ) taking on taking.account_id = ${contact.accountId} and taking.contact_id = ${contact.id}`;
}
