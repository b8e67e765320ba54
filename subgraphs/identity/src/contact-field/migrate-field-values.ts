import { signedInMember } from "@studio/kit/auth/signed-in.js";
import { changeState } from "@studio/kit/db/change.js";
import { changeScope, type IdentityContext } from "../context.js";
import { FieldWorkUnderWay, InvalidContactField } from "./contact-field.errors.js";
import { MigrateFieldValuesPayload, type MigrateFieldValuesResult } from "./contact-field.result.js";
import type { FieldMigrationInput } from "./field-life.input.js";
import { readMigration } from "./field-migration.js";
import { isUnderWork } from "./field-run.repository.js";
import { lockDefinitions } from "./edit-contact-field.repository.js";
import { startFieldRun } from "./start-field-run.js";

/** Starts writing one field's values into another, where that has none. The first keeps what it has. */
export async function migrateFieldValues(
  context: IdentityContext,
  input: FieldMigrationInput,
): Promise<typeof MigrateFieldValuesResult> {
  const { accountId } = signedInMember(context);
  type Result = typeof MigrateFieldValuesResult;
  return changeState<Result>(changeScope(context, accountId), async (change) => {
    const { tx, audit } = change;
    await lockDefinitions(tx, accountId);
    const migration = await readMigration(context, tx, accountId, input, "Mutation.migrateFieldValues");
    if (migration instanceof InvalidContactField) return change.abandon(migration);
    const { from, to } = migration;
    for (const [name, field] of [
      ["from", from],
      ["to", to],
    ] as const) {
      if (await isUnderWork(tx, accountId, field.id)) return change.abandon(FieldWorkUnderWay.on(["input", name]));
    }
    const run = await startFieldRun(context, change, { kind: "migrate", fieldId: from.id, targetFieldId: to.id });
    const fields = [from.key, to.key];
    audit({ action: "contact_field.migration_started", subjectType: "ContactField", subjectId: to.id, fields });
    return Object.assign(new MigrateFieldValuesPayload(), { field: to, run });
  });
}
