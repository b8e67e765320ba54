import { and, eq, sql } from "drizzle-orm";
import { customType, pgSchema, uuid } from "drizzle-orm/pg-core";
import type { KeyService } from "@studio/kit/crypto/key-service.js";
import type { Tx } from "@studio/kit/db/database.js";
import { idArray } from "@studio/kit/db/id-array.js";

const bytes = customType<{ data: Uint8Array }>({ dataType: () => "bytea" });

/** Each contact's data key, wrapped. Erasing a contact removes the row, and with it everything sealed (P19). */
const publishedContactKey = pgSchema("identity")
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
  const rows = await tx
    .select({ contactId: publishedContactKey.contactId, wrapped: publishedContactKey.wrappedKey })
    .from(publishedContactKey)
    .where(
      and(
        eq(publishedContactKey.accountId, accountId),
        sql`${publishedContactKey.contactId} = any(${idArray(contactIds)})`,
      ),
    );
  const unwrap = async ({ contactId, wrapped }: (typeof rows)[number]) =>
    [contactId, await keys.unwrap(wrapped, keyContext(accountId, contactId))] as const;
  return new Map(await Promise.all(rows.map(unwrap)));
}

function keyContext(accountId: string, contactId: string): string {
  return `contact:${accountId}:${contactId}`;
}
