import { and, eq, inArray, isNotNull, sql } from "drizzle-orm";
import type { Tx } from "@studio/kit/db/database.js";
import { idArray } from "@studio/kit/db/id-array.js";
import { contact, contactKey } from "./contact.table.js";
import type { Email } from "./email.policy.js";

export type ContactRow = typeof contact.$inferSelect;
export type NewContact = typeof contact.$inferInsert;

/** The contacts with these ids, in no order. */
export function findContacts(tx: Tx, accountId: string, ids: readonly string[]): Promise<ContactRow[]> {
  return tx
    .select()
    .from(contact)
    .where(and(eq(contact.accountId, accountId), inArray(contact.id, [...ids])));
}

/** Contacts, held until the transaction ends, by id, so that two changes of the same people do not cross. */
export function lockContacts(tx: Tx, accountId: string, ids: readonly string[]): Promise<ContactRow[]> {
  return tx
    .select()
    .from(contact)
    .where(and(eq(contact.accountId, accountId), sql`${contact.id} = any(${idArray(ids)})`))
    .orderBy(contact.id)
    .for("update");
}

/** Whether processing of any of these contacts is restricted. */
export async function anyRestricted(tx: Tx, accountId: string, ids: readonly string[]): Promise<boolean> {
  const rows = await tx
    .select({ id: contact.id })
    .from(contact)
    .where(and(eq(contact.accountId, accountId), inArray(contact.id, [...ids]), isNotNull(contact.restrictedAt)))
    .limit(1);
  return rows.length > 0;
}

/** The contact with this normalised email, or null. */
export async function findContactByEmail(tx: Tx, accountId: string, emailKey: string): Promise<ContactRow | null> {
  const [row] = await tx
    .select()
    .from(contact)
    .where(and(eq(contact.accountId, accountId), eq(contact.emailKey, emailKey)));
  return row ?? null;
}

/** Adds a contact and its data key. @returns false if its email or external id is already taken */
export async function insertContact(tx: Tx, row: NewContact, wrappedKey: Buffer): Promise<boolean> {
  const added = await tx.insert(contact).values(row).onConflictDoNothing().returning({ id: contact.id });
  if (added.length === 0) return false;
  await tx.insert(contactKey).values({ accountId: row.accountId, contactId: row.id, wrappedKey });
  return true;
}

/** Marks an invited or unverified contact verified. @returns whether it was not already */
export async function markVerified(tx: Tx, accountId: string, id: string, at: Date): Promise<boolean> {
  const changed = await tx
    .update(contact)
    .set({ status: "verified", version: sql`${contact.version} + 1`, updatedAt: at })
    .where(
      and(eq(contact.accountId, accountId), eq(contact.id, id), inArray(contact.status, ["invited", "unverified"])),
    )
    .returning({ id: contact.id });
  return changed.length > 0;
}

/** Gives a contact another address. @returns false if it is another contact's */
export async function changeEmail(tx: Tx, accountId: string, id: string, email: Email, at: Date): Promise<boolean> {
  const isFree = sql`not exists (select from ${contact} as other
    where other.account_id = ${accountId} and other.email_key = ${email.key} and other.id <> ${id})`;
  const changed = await tx
    .update(contact)
    .set({ email: email.address, emailKey: email.key, version: sql`${contact.version} + 1`, updatedAt: at })
    .where(and(eq(contact.accountId, accountId), eq(contact.id, id), isFree))
    .returning({ id: contact.id });
  return changed.length > 0;
}

/** The wrapped data keys of these contacts. An erased contact has none. */
export function findWrappedKeys(
  tx: Tx,
  accountId: string,
  contactIds: readonly string[],
): Promise<{ contactId: string; wrappedKey: Buffer }[]> {
  return tx
    .select({ contactId: contactKey.contactId, wrappedKey: contactKey.wrappedKey })
    .from(contactKey)
    .where(and(eq(contactKey.accountId, accountId), inArray(contactKey.contactId, [...contactIds])));
}
