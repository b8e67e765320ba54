import type { Change } from "@studio/kit/db/change.js";
import { newId } from "@studio/kit/id.js";
import { accountOf, type IdentityContext } from "../context.js";
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
