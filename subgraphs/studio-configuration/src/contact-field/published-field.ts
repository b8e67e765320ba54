import { and, eq, ne } from "drizzle-orm";
import { pgSchema, text, uuid } from "drizzle-orm/pg-core";
import type { Tx } from "@studio/kit/db/database.js";

const publishedField = pgSchema("identity")
  .view("published_contact_field", {
    accountId: uuid("account_id").notNull(),
    id: uuid("id").notNull(),
    sensitivity: text("sensitivity").notNull(),
    state: text("state").notNull(),
  })
  .existing();

/** What identity publishes of a custom field's definition. */
export type PublishedField = typeof publishedField.$inferSelect;

/** A custom field of the account, or null if there is none or it was deleted. */
export async function findPublishedField(tx: Tx, accountId: string, id: string): Promise<PublishedField | null> {
  const [field] = await tx
    .select()
    .from(publishedField)
    .where(
      and(eq(publishedField.accountId, accountId), eq(publishedField.id, id), ne(publishedField.state, "deleted")),
    );
  return field ?? null;
}
