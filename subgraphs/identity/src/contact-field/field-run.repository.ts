import { and, desc, eq, or } from "drizzle-orm";
import type { Tx } from "@studio/kit/db/database.js";
import { contactField } from "./contact-field.table.js";
import type { ContactFieldRow } from "./contact-field.repository.js";
import { fieldRun } from "./field-run.table.js";

export type FieldRunRow = typeof fieldRun.$inferSelect;

export async function insertRun(tx: Tx, row: typeof fieldRun.$inferInsert): Promise<FieldRunRow> {
  const [added] = await tx.insert(fieldRun).values(row).returning();
  return added!;
}

/** Whether work on the field's values, or into it, is under way. */
export async function isUnderWork(tx: Tx, accountId: string, fieldId: string): Promise<boolean> {
  const rows = await tx
    .select({ id: fieldRun.id })
    .from(fieldRun)
    .where(and(eq(fieldRun.accountId, accountId), eq(fieldRun.state, "running"), touches(fieldId)))
    .limit(1);
  return rows.length > 0;
}

function touches(fieldId: string) {
  return or(eq(fieldRun.fieldId, fieldId), eq(fieldRun.targetFieldId, fieldId));
}

/** The runs on a field's values, and those into it, newest first. */
export function listRuns(tx: Tx, accountId: string, fieldId: string): Promise<FieldRunRow[]> {
  return tx
    .select()
    .from(fieldRun)
    .where(and(eq(fieldRun.accountId, accountId), touches(fieldId)))
    .orderBy(desc(fieldRun.startedAt), desc(fieldRun.id))
    .limit(50);
}

/** A run, held until the transaction ends, so that two workers take turns. Null once it is complete. */
export async function lockRunning(tx: Tx, accountId: string, id: string): Promise<FieldRunRow | null> {
  const [row] = await tx
    .select()
    .from(fieldRun)
    .where(and(eq(fieldRun.accountId, accountId), eq(fieldRun.id, id), eq(fieldRun.state, "running")))
    .for("update");
  return row ?? null;
}

export async function updateRun(
  tx: Tx,
  run: FieldRunRow,
  values: Partial<Pick<FieldRunRow, "state" | "done" | "skipped" | "lastContactId" | "completedAt">>,
): Promise<void> {
  await tx
    .update(fieldRun)
    .set(values)
    .where(and(eq(fieldRun.accountId, run.accountId), eq(fieldRun.id, run.id)));
}

/** A definition whatever its state: what is deleted still has values to destroy. */
export async function findAnyDefinition(tx: Tx, accountId: string, id: string): Promise<ContactFieldRow> {
  const [row] = await tx
    .select()
    .from(contactField)
    .where(and(eq(contactField.accountId, accountId), eq(contactField.id, id)));
  if (!row) throw new Error("A run's field is gone.");
  return row;
}
