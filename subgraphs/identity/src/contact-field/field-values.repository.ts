import { sql } from "drizzle-orm";
import type { Tx } from "@studio/kit/db/database.js";

/** A contact's value in one field, as it is stored: plain, sealed, or for a moment of neither. */
export interface StoredValue {
  contactId: string;
  plain: unknown;
  sealed: string | null;
  /** The value in the field that is written to, in either storage. */
  hasTarget: boolean;
  wrappedKey: Buffer | null;
}

/** How many contacts have a value in a field, in either storage, and how many of them are under restriction. */
export async function countValues(
  tx: Tx,
  accountId: string,
  fieldId: string,
): Promise<{ values: number; restricted: number }> {
  const [row] = await tx.execute<{ values: number; restricted: number }>(sql`
    select count(*)::int as values, (count(*) filter (where restricted_at is not null))::int as restricted
    from identity.contact
    where account_id = ${accountId} and (custom ? ${fieldId}::text or sealed_custom ? ${fieldId}::text)`);
  return { values: row?.values ?? 0, restricted: row?.restricted ?? 0 };
}

/** The next contacts that have a value, by id. `hold` keeps others from changing them until the transaction ends. */
export async function pageValues(
  tx: Tx,
  accountId: string,
  page: { fieldId: string; targetId: string | null; after: string | null; limit: number; hold: boolean; free: boolean },
): Promise<StoredValue[]> {
  const { fieldId, targetId, after, limit, hold, free } = page;
  const rows = await tx.execute<StoredRow>(sql`
    select c.id, c.custom -> ${fieldId}::text as plain, c.sealed_custom ->> ${fieldId}::text as sealed, k.wrapped_key,
      coalesce(c.custom ? ${targetId}::text or c.sealed_custom ? ${targetId}::text, false) as has_target
    from identity.contact c
    left join identity.contact_key k on k.account_id = c.account_id and k.contact_id = c.id
    where c.account_id = ${accountId} and (c.custom ? ${fieldId}::text or c.sealed_custom ? ${fieldId}::text)
      and c.id > ${after ?? "00000000-0000-0000-0000-000000000000"}::uuid
      and (not ${free}::boolean or (c.restricted_at is null and c.status not in ('erasing', 'erased')))
    order by c.id limit ${limit} ${hold ? sql`for update of c` : sql``}`);
  return [...rows].map((row) => ({
    contactId: row.id,
    plain: row.plain,
    sealed: row.sealed,
    hasTarget: row.has_target,
    wrappedKey: row.wrapped_key,
  }));
}

type StoredRow = {
  id: string;
  plain: unknown;
  sealed: string | null;
  has_target: boolean;
  wrapped_key: Buffer | null;
};

/** A value to be kept in one storage of one field; the other storage loses it. Both null: it is destroyed. */
export interface ValueWrite {
  contactId: string;
  plain: unknown;
  sealed: string | null;
}

/** Writes one field's value into contacts that the transaction holds. Their versions grow. */
export async function writeValues(
  tx: Tx,
  accountId: string,
  fieldId: string,
  writes: readonly ValueWrite[],
  at: Date,
): Promise<void> {
  await tx.execute(sql`
    update identity.contact c set
      custom = case when w.plain is null or w.plain = 'null' then c.custom - ${fieldId}::text
        else jsonb_set(c.custom, array[${fieldId}::text], w.plain) end,
      sealed_custom = case when w.sealed is null then c.sealed_custom - ${fieldId}::text
        else jsonb_set(c.sealed_custom, array[${fieldId}::text], to_jsonb(w.sealed)) end,
      version = c.version + 1, updated_at = ${at.toISOString()}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(writes)}::jsonb) as w ("contactId" uuid, plain jsonb, sealed text)
    where c.account_id = ${accountId} and c.id = w."contactId"`);
}
