import type { Change } from "@studio/kit/db/change.js";
import { newId } from "@studio/kit/id.js";
import { accountOf, type IdentityContext } from "../context.js";
import { indexingOf } from "./contact-field.policy.js";
import type { ContactFieldRow } from "./contact-field.repository.js";
import { FIELD_VALUES, type FieldValuesJob } from "./field-values.job.js";
import { insertRun, type FieldRunRow } from "./field-run.repository.js";
import type { RunKind } from "./field-run.table.js";

/** Starts work on a field's values as part of a change: it exists if, and only if, the change does. */
export async function startFieldRun<T>(
  context: IdentityContext,
  { tx }: Change<T>,
  run: { kind: RunKind; fieldId: string; targetFieldId?: string },
): Promise<FieldRunRow> {
  const accountId = accountOf(context);
  const { clock, jobs } = context.services;
  const started = await insertRun(tx, { accountId, id: newId(), startedAt: clock.now(), ...run });
  const job: FieldValuesJob = { accountId, runId: started.id };
  await jobs.enqueue(tx, FIELD_VALUES, job);
  return started;
}

/** Starts filling a field's index as part of the change that gave it one; null where none is to be filled. */
export async function startIndexing<T>(
  context: IdentityContext,
  change: Change<T>,
  field: ContactFieldRow,
): Promise<FieldRunRow | null> {
  return indexingOf(field) === "preparing"
    ? startFieldRun(context, change, { kind: "index", fieldId: field.id })
    : null;
}
