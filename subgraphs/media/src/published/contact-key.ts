import { and, eq, sql } from "drizzle-orm";
import { pgSchema, uuid } from "drizzle-orm/pg-core";
import type { KeyService } from "@studio/kit/crypto/key-service.js";
import type { Tx } from "@studio/kit/db/database.js";
import { idArray } from "@studio/kit/db/id-array.js";
import { bytes } from "../database-schema.js";

/** Each contact's data key, wrapped. Erasing a contact removes the row, and with it everything sealed (P19). */
export const publishedContactKey = pgSchema("identity")
  .view("published_contact_key", {
    accountId: uuid("account_id").notNull(),
    contactId: uuid("contact_id").notNull(),
    wrappedKey: bytes("wrapped_key").notNull(),
  })
  .existing();

/** Thrown when a contact has no data key any more: it was erased. */
export class ContactKeyGone extends Error {
  override name = "ContactKeyGone";
}

/** The data key (32 bytes) under which a contact's photos are sealed. @throws ContactKeyGone */
export async function contactKey(tx: Tx, keys: KeyService, accountId: string, contactId: string): Promise<Buffer> {
  const [row] = await tx
    .select({ wrapped: publishedContactKey.wrappedKey })
    .from(publishedContactKey)
    .where(and(eq(publishedContactKey.accountId, accountId), eq(publishedContactKey.contactId, contactId)));
  if (!row) throw new ContactKeyGone("The contact has no data key.");
  return keys.unwrap(row.wrapped, keyContext(accountId, contactId));
}

/** The data keys of many contacts, by contact. */
export async function contactKeys(
  tx: Tx,
  keys: KeyService,
  accountId: string,
  contactIds: readonly string[],
): Promise<Map<string, Buffer>> {
  const rows = await findWrappedKeys(tx, accountId, contactIds);
  const unwrap = async (row: WrappedKey) => [row.contactId, await unwrapContactKey(keys, accountId, row)] as const;
  return new Map(await Promise.all(rows.map(unwrap)));
}

/** A contact's data key as it is published. */
export interface WrappedKey {
  contactId: string;
  wrapped: Uint8Array;
}

/** The wrapped data keys of the account's contacts among `contactIds`. */
export function findWrappedKeys(tx: Tx, accountId: string, contactIds: readonly string[]): Promise<WrappedKey[]> {
  return tx
    .select({ contactId: publishedContactKey.contactId, wrapped: publishedContactKey.wrappedKey })
    .from(publishedContactKey)
    .where(
      and(
        eq(publishedContactKey.accountId, accountId),
        sql`${publishedContactKey.contactId} = any(${idArray(contactIds)})`,
      ),
    );
}

/** Opens a contact's published data key (32 bytes). */
export function unwrapContactKey(keys: KeyService, accountId: string, row: WrappedKey): Promise<Buffer> {
  return keys.unwrap(row.wrapped, keyContext(accountId, row.contactId));
}

function keyContext(accountId: string, contactId: string): string {
  return `contact:${accountId}:${contactId}`;
}
