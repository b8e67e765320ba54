import type { Clock } from "@studio/kit/clock.js";
import type { Change } from "@studio/kit/db/change.js";
import { fillIndexSlot, finishIndex } from "./field-index.repository.js";
import { findAnyDefinition, updateRun, type FieldRunRow } from "./field-run.repository.js";

const BATCH = 2000;

/**
 * Copies the next contacts' values into the column that lists find the field by. Contacts written meanwhile have theirs
 * from the database, so once the last batch is through the column is whole. @returns whether there is more to do
 */
export async function indexBatch(
  { clock }: { clock: Clock },
  { tx, audit }: Change<boolean>,
  run: FieldRunRow,
): Promise<boolean> {
  const { accountId, fieldId, lastContactId: after } = run;
  const { indexSlot: slot } = await findAnyDefinition(tx, accountId, fieldId);
  const page = slot === null ? null : await fillIndexSlot(tx, accountId, { fieldId, slot, after, limit: BATCH });
  const seen = page?.seen ?? 0;
  const filled = page?.filled ?? 0;
  const isLast = seen < BATCH;
  if (isLast && slot !== null) await finishIndex(tx, accountId, fieldId);
  const end = isLast ? { state: "complete" as const, completedAt: clock.now() } : {};
  const counts = { done: run.done + filled, skipped: run.skipped + seen - filled };
  await updateRun(tx, run, { ...counts, lastContactId: page?.last ?? after, ...end });
  const reason = `${filled} values${isLast ? ", the last" : ""}`;
  audit({ action: "contact_field.values_indexed", subjectType: "ContactField", subjectId: fieldId, reason });
  return !isLast;
}
