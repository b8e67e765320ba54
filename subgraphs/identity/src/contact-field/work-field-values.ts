import type { SystemActor } from "@studio/kit/auth/viewer.js";
import { changeState, type Change } from "@studio/kit/db/change.js";
import { openValue, sealValue, dataKeyContext } from "../contact/sealed-value.js";
import type { IdentityServices } from "../services.js";
import { isSealed } from "./contact-field.policy.js";
import type { ContactFieldRow } from "./contact-field.repository.js";
import { convertValue, isRefused } from "./convert-value.policy.js";
import { FIELD_VALUES, type FieldValuesJob } from "./field-values.job.js";
import type { FieldValue } from "./field-value.policy.js";
import { findAnyDefinition, lockRunning, updateRun, type FieldRunRow } from "./field-run.repository.js";
import type { RunKind } from "./field-run.table.js";
import { indexBatch } from "./index-field-values.js";
import { pageValues, writeValues, type StoredValue, type ValueWrite } from "./field-values.repository.js";

const PART: SystemActor = { kind: "system", part: FIELD_VALUES };
const BATCH = 500;

export type FieldWorkServices = Pick<IdentityServices, "db" | "clock" | "wake" | "keys">;

/**
 * Works through a run, a batch a transaction: each contact's value is moved, copied or destroyed whole or not at all.
 * A worker that dies is followed by one that goes on after the last batch.
 */
export async function workFieldValues(
  services: FieldWorkServices,
  { accountId, runId }: FieldValuesJob,
): Promise<void> {
  const { db, clock, wake } = services;
  const scope = { db, clock, wake, viewer: PART, accountId, requestId: runId };
  for (let more = true; more;) {
    more = await changeState<boolean>(scope, async (change) => {
      const run = await lockRunning(change.tx, accountId, runId);
      if (!run) return change.abandon(false);
      const { kind } = run;
      return kind === "index" ? indexBatch(services, change, run) : workBatch(services, change, { ...run, kind });
    });
  }
}

/** A run that reads values and writes them. */
type ValueRun = FieldRunRow & { kind: Exclude<RunKind, "index"> };

async function workBatch(services: FieldWorkServices, change: Change<boolean>, run: ValueRun): Promise<boolean> {
  const { tx, audit, emit } = change;
  const { accountId, fieldId, targetFieldId: targetId, lastContactId: after, kind } = run;
  const field = await findAnyDefinition(tx, accountId, fieldId);
  const target = targetId === null ? field : await findAnyDefinition(tx, accountId, targetId);
  const page = { fieldId, targetId, after, limit: BATCH, hold: true, free: kind === "migrate" };
  const values = await pageValues(tx, accountId, page);
  const now = services.clock.now();
  const writes: ValueWrite[] = [];
  for (const value of values) {
    const write = await toWrite(services, run, { field, target }, value);
    if (write) writes.push(write);
  }
  if (writes.length > 0) await writeValues(tx, accountId, target.id, writes, now);
  const done = run.done + writes.length;
  const skipped = run.skipped + values.length - writes.length;
  const isLast = values.length < BATCH;
  const end = isLast ? { state: "complete" as const, completedAt: now } : {};
  await updateRun(tx, run, { done, skipped, lastContactId: values.at(-1)?.contactId ?? after, ...end });
  const reason = `${writes.length} values${isLast ? ", the last" : ""}`;
  audit({ action: `contact_field.values_${PAST[kind]}`, subjectType: "ContactField", subjectId: target.id, reason });
  if (kind === "migrate") for (const { contactId } of writes) emit({ type: "contact.updated", ids: { contactId } });
  return !isLast;
}

const PAST = { move: "moved", migrate: "migrated", destroy: "destroyed" } as const;

/** What a contact's value becomes; null if it stays as it is. */
async function toWrite(
  services: FieldWorkServices,
  { kind, accountId }: ValueRun,
  { field, target }: { field: ContactFieldRow; target: ContactFieldRow },
  stored: StoredValue,
): Promise<ValueWrite | null> {
  const { contactId } = stored;
  if (kind === "destroy") return { contactId, plain: null, sealed: null };
  const wanted = isSealed(target.sensitivity);
  if (kind === "move" && (wanted ? stored.plain === null : stored.sealed === null)) return null;
  if (kind === "migrate" && stored.hasTarget) return null;
  const key = await keyOf(services, accountId, stored);
  const held = readStored(accountId, field.id, stored, key);
  const value = kind === "move" || held === null ? held : convertValue(field, target, held);
  if (value === null || isRefused(value)) return null;
  if (!wanted) return { contactId, plain: value, sealed: null };
  return key && { contactId, plain: null, sealed: sealValue(key, accountId, contactId, target.id, value) };
}

/** The contact's data key; null once the contact is erased. */
export async function keyOf(
  { keys }: Pick<FieldWorkServices, "keys">,
  accountId: string,
  { contactId, wrappedKey }: StoredValue,
): Promise<Buffer | null> {
  return wrappedKey && keys.dataKeys.unwrap(wrappedKey, dataKeyContext(accountId, contactId));
}

/** A value from whichever storage has it; the sealed one is the newer where both do. */
export function readStored(
  accountId: string,
  fieldId: string,
  { contactId, plain, sealed }: StoredValue,
  key: Buffer | null,
): FieldValue | null {
  if (sealed !== null) return key && openValue(key, accountId, contactId, fieldId, sealed);
  return (plain ?? null) as FieldValue | null;
}
