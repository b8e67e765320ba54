import { and, asc, desc, eq, ne } from "drizzle-orm";
import type { Tx } from "@studio/kit/db/database.js";
import { contactField } from "./contact-field.table.js";

export type ContactFieldRow = typeof contactField.$inferSelect;

/** Every definition of an account that is not deleted: pinned first, then by position. */
export function listContactFields(tx: Tx, accountId: string): Promise<ContactFieldRow[]> {
  return tx
    .select()
    .from(contactField)
    .where(and(eq(contactField.accountId, accountId), ne(contactField.state, "deleted")))
    .orderBy(desc(contactField.pinned), asc(contactField.position), asc(contactField.id));
}
