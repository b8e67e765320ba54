import { and, eq, isNull, sql } from "drizzle-orm";
import type { Tx } from "@studio/kit/db/database.js";
import { idArray } from "@studio/kit/db/id-array.js";
import { contact } from "./contact.table.js";
import type { ContactRow } from "./contact.repository.js";

/** Sets contacts aside. The caller holds them and has decided. Whoever was invited comes back uninvited: the link is dead. */
export function markArchived(tx: Tx, accountId: string, ids: readonly string[], at: Date): Promise<ContactRow[]> {
  return tx
    .update(contact)
    .set({
      ...nextVersion(at),
      status: "archived",
      archivedFrom: sql`case ${contact.status} when 'invited' then 'unverified' else ${contact.status} end`,
    })
    .where(and(eq(contact.accountId, accountId), sql`${contact.id} = any(${idArray(ids)})`))
    .returning();
}

/** Brings contacts back as what they were. The caller holds them and has decided. */
export function markRestored(tx: Tx, accountId: string, ids: readonly string[], at: Date): Promise<ContactRow[]> {
  return tx
    .update(contact)
    .set({ ...nextVersion(at), status: sql`coalesce(${contact.archivedFrom}, 'unverified')`, archivedFrom: null })
    .where(
      and(
        eq(contact.accountId, accountId),
        sql`${contact.id} = any(${idArray(ids)})`,
        eq(contact.status, "archived"),
        isNull(contact.mergedInto),
      ),
    )
    .returning();
}

function nextVersion(at: Date) {
  return { version: sql`${contact.version} + 1`, updatedAt: at };
}
