import { inArray, sql } from "drizzle-orm";
import type { Tx } from "@studio/kit/db/database.js";
import { isSealed } from "../contact-field/contact-field.policy.js";
import { contact } from "../contact/contact.table.js";
import { dataKeyContext, sealPhone, sealValue } from "../contact/sealed-value.js";
import { groupContact } from "../group/group.table.js";
import type { IdentitySeed } from "./identity-seed.js";
import type { IdentityKeys } from "../services.js";
import { DEMO_FIELDS } from "./demo-fields.js";
import { demoPerson } from "./demo-people.js";

const BATCH = 2000;

/** Adds the contacts that are not there yet, batch by batch. @returns how many were added */
export async function seedContacts(
  tx: Tx,
  seed: IdentitySeed,
  keys: IdentityKeys,
  onProgress: (done: number) => void,
): Promise<number> {
  let added = 0;
  for (let from = 0; from < seed.contacts.count; from += BATCH) {
    const to = Math.min(from + BATCH, seed.contacts.count);
    const indexes = await missing(tx, seed, from, to);
    if (indexes.length === 0) continue;
    await insertBatch(tx, seed, keys, indexes);
    added += indexes.length;
    onProgress(to);
  }
  return added;
}

async function missing(tx: Tx, seed: IdentitySeed, from: number, to: number): Promise<number[]> {
  const indexes = Array.from({ length: to - from }, (_, offset) => from + offset);
  const ids = indexes.map((index) => seed.contacts.idOf(index));
  const rows = await tx.select({ id: contact.id }).from(contact).where(inArray(contact.id, ids));
  const known = new Set(rows.map((row) => row.id));
  return indexes.filter((index) => !known.has(seed.contacts.idOf(index)));
}

async function insertBatch(tx: Tx, seed: IdentitySeed, keys: IdentityKeys, indexes: readonly number[]): Promise<void> {
  const accountId = seed.account.id;
  const rows = await Promise.all(indexes.map((index) => toRow(seed, keys, index)));
  await tx.execute(sql`
    with given as (
      select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id uuid, external_id text, first_name text,
        last_name text, email text, email_key text, phone_sealed text, custom jsonb, sealed_custom jsonb, status text,
        created_at timestamptz, wrapped_key text)),
    added as (
      insert into identity.contact (account_id, id, external_id, first_name, last_name, email, email_key, phone_sealed,
        custom, sealed_custom, status, created_at, updated_at)
      select ${accountId}::uuid, id, external_id, first_name, last_name, email, email_key, decode(phone_sealed, 'base64'),
        custom, sealed_custom, status, created_at, created_at
      from given)
    insert into identity.contact_key (account_id, contact_id, wrapped_key)
    select ${accountId}::uuid, id, decode(wrapped_key, 'base64') from given`);
  const { groupIdsOf = () => [], idOf } = seed.contacts;
  const memberships = indexes.flatMap((index) =>
    groupIdsOf(index).map((groupId) => ({ accountId, groupId, contactId: idOf(index) })),
  );
  if (memberships.length > 0) await tx.insert(groupContact).values(memberships).onConflictDoNothing();
}

async function toRow(seed: IdentitySeed, keys: IdentityKeys, index: number) {
  const accountId = seed.account.id;
  const id = seed.contacts.idOf(index);
  const person = demoPerson(index);
  const { key, wrapped } = await keys.dataKeys.newDataKey(dataKeyContext(accountId, id));
  const custom: Record<string, unknown> = {};
  const sealedCustom: Record<string, string> = {};
  for (const field of DEMO_FIELDS) {
    const value = field.valueOf(index);
    const fieldId = seed.fieldIdOf(field.key);
    if (value === null) continue;
    if (isSealed(field.sensitivity)) sealedCustom[fieldId] = sealValue(key, accountId, id, fieldId, value);
    else custom[fieldId] = value;
  }
  return {
    id,
    external_id: person.externalId,
    first_name: person.firstName,
    last_name: person.lastName,
    email: person.email.address,
    email_key: person.email.key,
    phone_sealed: sealPhone(key, accountId, id, person.phone).toString("base64"),
    custom,
    sealed_custom: sealedCustom,
    status: person.status,
    created_at: person.createdAt.toISOString(),
    wrapped_key: wrapped.toString("base64"),
  };
}
