import { sql } from "drizzle-orm";
import type { ContactFacts } from "@studio/identity/access/audience.js";
import type { Tx } from "@studio/kit/db/database.js";
import { idArray } from "@studio/kit/db/id-array.js";

/** What identity publishes of contacts: enough to decide about access. */
export async function listFacts(tx: Tx, accountId: string, contactIds: readonly string[]): Promise<ContactFacts[]> {
  const rows = await tx.execute<{ id: string; restricted: boolean; group_ids: string[] }>(sql`
    select id, restricted_at is not null as restricted, group_ids from identity.published_contact
    where account_id = ${accountId} and id = any(${idArray(contactIds)})`);
  return rows.map((row) => ({ contactId: row.id, restricted: row.restricted, groupIds: row.group_ids }));
}
