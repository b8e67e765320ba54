import { badInput } from "@studio/kit/error/codes.js";
import { accountOf, type IdentityContext } from "../context.js";
import { InvalidContactField } from "./contact-field.errors.js";
import { convertValue, isRefused } from "./convert-value.policy.js";
import type { FieldMigrationInput } from "./field-life.input.js";
import { readMigration, type FieldMigration } from "./field-migration.js";
import { countValues, pageValues, type StoredValue } from "./field-values.repository.js";
import { keyOf, readStored } from "./work-field-values.js";

export interface FieldMigrationPreview {
  values: number;
  examined: number;
  convertible: number;
  alreadySet: number;
  notConvertible: number;
  reasons: { reason: string; count: number }[];
}

/** How many values a preview reads at most: it answers within a request. */
const MOST = 20_000;
const BATCH = 1000;

/**
 * Tells what migrating would do, value by value, without doing it and without showing one.
 * @throws BAD_USER_INPUT if no migration can be made of the two fields
 */
export async function previewFieldMigration(
  context: IdentityContext,
  input: FieldMigrationInput,
): Promise<FieldMigrationPreview> {
  const accountId = accountOf(context);
  const { db } = context.services;
  return db.inAccount(accountId, async (tx) => {
    const migration = await readMigration(context, tx, accountId, input, "Query.previewFieldMigration");
    if (migration instanceof InvalidContactField) throw badInput(migration.message, "input");
    const { id: fieldId } = migration.from;
    const { values } = await countValues(tx, accountId, fieldId);
    const preview = { values, examined: 0, convertible: 0, alreadySet: 0, notConvertible: 0 };
    const reasons = new Map<string, number>();
    for (let after: string | null = null, more = true; more && preview.examined < MOST;) {
      const page = { fieldId, targetId: migration.to.id, after, limit: BATCH, hold: false, free: true };
      const rows: StoredValue[] = await pageValues(tx, accountId, page);
      for (const row of rows) {
        const outcome = await tryOne(context, migration, row);
        preview[outcome.kind] += 1;
        if (outcome.reason !== null) reasons.set(outcome.reason, (reasons.get(outcome.reason) ?? 0) + 1);
      }
      preview.examined += rows.length;
      after = rows.at(-1)?.contactId ?? null;
      more = rows.length === BATCH;
    }
    const told = [...reasons].map(([reason, count]) => ({ reason, count }));
    return { ...preview, reasons: told.toSorted((left, right) => right.count - left.count).slice(0, 10) };
  });
}

interface Outcome {
  kind: "convertible" | "alreadySet" | "notConvertible";
  reason: string | null;
}

async function tryOne(
  { services }: IdentityContext,
  { from, to }: FieldMigration,
  stored: StoredValue,
): Promise<Outcome> {
  if (stored.hasTarget) return { kind: "alreadySet", reason: null };
  const key = stored.sealed === null ? null : await keyOf(services, from.accountId, stored);
  const value = readStored(from.accountId, from.id, stored, key);
  if (value === null) return { kind: "notConvertible", reason: "The value can no longer be opened." };
  const converted = convertValue(from, to, value);
  if (!isRefused(converted)) return { kind: "convertible", reason: null };
  return { kind: "notConvertible", reason: `Expected ${converted.expected}.` };
}
