import { and, eq, inArray, sql } from "drizzle-orm";
import type { Tx } from "@studio/kit/db/database.js";
import { contact } from "./contact.table.js";
import type { ContactRow } from "./contact.repository.js";

/** The contacts that carry one of these external ids. */
export function findByExternalIds(tx: Tx, accountId: string, externalIds: readonly string[]): Promise<ContactRow[]> {
  return tx
    .select()
    .from(contact)
    .where(and(eq(contact.accountId, accountId), inArray(contact.externalId, [...externalIds])));
}

/** Who has one of these normalised emails: contact ids by email. */
export async function findEmailHolders(
  tx: Tx,
  accountId: string,
  emailKeys: readonly string[],
): Promise<Map<string, string>> {
  const rows = await tx
    .select({ id: contact.id, emailKey: contact.emailKey })
    .from(contact)
    .where(and(eq(contact.accountId, accountId), inArray(contact.emailKey, [...emailKeys])));
  return new Map(rows.flatMap(({ id, emailKey }) => (emailKey === null ? [] : [[emailKey, id] as const])));
}

/** Who has this external id, or null. */
export async function findExternalIdHolder(tx: Tx, accountId: string, externalId: string): Promise<string | null> {
  const [row] = await findByExternalIds(tx, accountId, [externalId]);
  return row?.id ?? null;
}

/** A contact as it is to be written. Bytes are base64, so that all rows travel as one JSON parameter. */
export interface ContactWrite {
  id: string;
  /** The version that was read; a new contact has none. */
  version: number | null;
  external_id: string | null;
  first_name: string;
  last_name: string;
  email: string | null;
  email_key: string | null;
  /** Whether the email is another than the one that was read. */
  readdressed: boolean;
  phone_sealed: string | null;
  custom: Record<string, unknown>;
  sealed_custom: Record<string, string>;
  wrapped_key: string | null;
}

const ROW_SHAPE = sql.raw(`(id uuid, version int, external_id text, first_name text, last_name text, email text,
  email_key text, readdressed boolean, phone_sealed text, custom jsonb, sealed_custom jsonb, wrapped_key text)`);

/** Adds contacts and their data keys, all in one statement. @returns how many were added; the rest were taken meanwhile */
export async function insertContacts(
  tx: Tx,
  accountId: string,
  rows: readonly ContactWrite[],
  at: Date,
): Promise<number> {
  const now = at.toISOString();
  const added = await tx.execute(sql`
    with given as (select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r ${ROW_SHAPE}),
    added as (
      insert into identity.contact (account_id, id, external_id, first_name, last_name, email, email_key, phone_sealed,
        custom, sealed_custom, status, created_at, updated_at)
      select ${accountId}::uuid, id, external_id, first_name, last_name, email, email_key, decode(phone_sealed, 'base64'),
        custom, sealed_custom, 'unverified', ${now}::timestamptz, ${now}::timestamptz
      from given
      on conflict do nothing
      returning id)
    insert into identity.contact_key (account_id, contact_id, wrapped_key)
    select ${accountId}::uuid, g.id, decode(g.wrapped_key, 'base64') from added join given g using (id)
    returning contact_id`);
  return added.length;
}

/**
 * Changes contacts, all in one statement, where they still are as they were read and differ from what is given. Whoever
 * has a new email has not proven it, nor been invited there: they become unverified.
 * @returns how many were changed
 */
export async function updateContacts(
  tx: Tx,
  accountId: string,
  rows: readonly ContactWrite[],
  at: Date,
): Promise<number> {
  const changed = await tx.execute(sql`
    update identity.contact c set
      status = case when c.status in ('verified', 'invited') and r.readdressed then 'unverified'
        else c.status end,
      external_id = r.external_id, first_name = r.first_name, last_name = r.last_name, email = r.email, email_key = r.email_key,
      phone_sealed = decode(r.phone_sealed, 'base64'), custom = r.custom, sealed_custom = r.sealed_custom,
      version = c.version + 1, updated_at = ${at.toISOString()}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r ${ROW_SHAPE}
    where c.account_id = ${accountId} and c.id = r.id and c.version = r.version
      and (c.external_id, c.first_name, c.last_name, c.email, c.email_key, c.phone_sealed, c.custom, c.sealed_custom) is distinct from
        (r.external_id, r.first_name, r.last_name, r.email, r.email_key, decode(r.phone_sealed, 'base64'), r.custom, r.sealed_custom)
    returning c.id`);
  return changed.length;
}
