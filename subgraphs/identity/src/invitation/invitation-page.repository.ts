import { and, asc, desc, eq, sql } from "drizzle-orm";
import type { Tx } from "@studio/kit/db/database.js";
import { idArray } from "@studio/kit/db/id-array.js";
import type { CursorKeys } from "@studio/kit/paging/cursor.js";
import { isBeyond, orderBy, type KeyColumn } from "@studio/kit/paging/keyset.js";
import type { InvitationRow } from "./invitation.repository.js";
import { invitation } from "./invitation.table.js";

/** A page of each contact's invitations, the newest first: between two places, from the start or from the end. */
export interface InvitationPlace {
  after: CursorKeys | null;
  before: CursorKeys | null;
  backward: boolean;
  limit: number;
}

const COLUMNS: readonly KeyColumn[] = [
  { sql: sql`${invitation.createdAt}`, type: "timestamptz", nullable: false, direction: "desc" },
  { sql: sql`${invitation.id}`, type: "uuid", nullable: false, direction: "desc" },
];

/** The same page of the invitations of each of these contacts: one index walk per contact. */
export function pageInvitations(
  tx: Tx,
  accountId: string,
  contactIds: readonly string[],
  { after, before, backward, limit }: InvitationPlace,
): Promise<InvitationRow[]> {
  const direction = backward ? asc : desc;
  const page = tx
    .select()
    .from(invitation)
    .where(
      and(
        eq(invitation.accountId, accountId),
        sql`${invitation.contactId} = wanted.contact_id`,
        after ? isBeyond(COLUMNS, after, false) : undefined,
        before ? isBeyond(COLUMNS, before, true) : undefined,
      ),
    )
    .orderBy(...orderBy(COLUMNS, backward))
    .limit(limit)
    .as("page");
  return tx
    .select(page._.selectedFields)
    .from(sql`unnest(${idArray(contactIds)}) with ordinality as wanted(contact_id, place)`)
    .crossJoinLateral(page)
    .orderBy(sql`place`, direction(page.createdAt), direction(page.id))
    .execute();
}
