import { and, eq, sql } from "drizzle-orm";
import { pgSchema, text, timestamp, uuid } from "drizzle-orm/pg-core";
import type { ContactFacts } from "@studio/identity/access/audience.js";
import type { Tx } from "@studio/kit/db/database.js";
import { idArray } from "@studio/kit/db/id-array.js";

/** What identity publishes of a contact: ids and states, nothing personal. */
export const publishedContact = pgSchema("identity")
  .view("published_contact", {
    accountId: uuid("account_id").notNull(),
    id: uuid("id").notNull(),
    status: text("status").notNull(),
    restrictedAt: timestamp("restricted_at", { withTimezone: true }),
    groupIds: uuid("group_ids").array(),
  })
  .existing();

/** The facts by which access to a contact is decided, and whether its email is verified. */
export interface PublishedContact extends ContactFacts {
  verified: boolean;
}

/** The account's contacts among `ids`. */
export async function findPublishedContacts(
  tx: Tx,
  accountId: string,
  ids: readonly string[],
): Promise<PublishedContact[]> {
  const rows = await tx
    .select()
    .from(publishedContact)
    .where(and(eq(publishedContact.accountId, accountId), sql`${publishedContact.id} = any(${idArray(ids)})`))
    .prepare("media_published_contacts")
    .execute();
  return rows.map(({ id, status, restrictedAt, groupIds }) => ({
    contactId: id,
    groupIds: groupIds ?? [],
    restricted: restrictedAt !== null,
    verified: status === "verified",
  }));
}
