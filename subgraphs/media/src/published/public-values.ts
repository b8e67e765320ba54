import { and, eq, sql } from "drizzle-orm";
import { pgSchema, text, uuid } from "drizzle-orm/pg-core";
import type { Sensitivity } from "@studio/identity/access/access-table.js";
import type { Tx } from "@studio/kit/db/database.js";
import { idArray } from "@studio/kit/db/id-array.js";

const publishedField = pgSchema("identity")
  .view("published_contact_field", {
    accountId: uuid("account_id").notNull(),
    id: uuid("id").notNull(),
    sensitivity: text("sensitivity").$type<Sensitivity>().notNull(),
    state: text("state").notNull(),
  })
  .existing();

/** How confidential a custom field is now, or null if it is not in use. */
export async function sensitivityInUse(tx: Tx, accountId: string, fieldId: string): Promise<Sensitivity | null> {
  const [field] = await tx
    .select({ sensitivity: publishedField.sensitivity })
    .from(publishedField)
    .where(
      and(eq(publishedField.accountId, accountId), eq(publishedField.id, fieldId), eq(publishedField.state, "active")),
    );
  return field?.sensitivity ?? null;
}

/**
 * What contacts have in a public field, as text, by contact. Identity answers for fields that are public and in use
 * alone, and for contacts who are neither under restriction, archived nor erased.
 */
export async function publicValues(
  tx: Tx,
  accountId: string,
  fieldId: string,
  contactIds: readonly string[],
): Promise<Map<string, string>> {
  const rows = await tx.execute<{ contact_id: string; value: string | null }>(
    sql`select contact_id, value from identity.public_values(${accountId}, ${fieldId}, ${idArray(contactIds)})`,
  );
  return new Map(rows.flatMap(({ contact_id, value }) => (value === null ? [] : [[contact_id, value]])));
}
