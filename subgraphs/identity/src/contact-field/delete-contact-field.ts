import { signedInMember } from "@studio/kit/auth/signed-in.js";
import { changeState } from "@studio/kit/db/change.js";
import { notFound } from "@studio/kit/error/codes.js";
import { fromGlobalId } from "@studio/kit/paging/global-id.js";
import { changeScope, readAnew, type IdentityContext } from "../context.js";
import {
  ConfirmationStale,
  FieldWorkUnderWay,
  ValuesUnderRestriction,
  WrongContactFieldState,
} from "./contact-field.errors.js";
import { DeleteContactFieldPayload, type DeleteContactFieldResult } from "./contact-field.result.js";
import { ownerForSealed } from "./define-field.rules.js";
import { findDefinition, lockDefinitions, updateDefinition } from "./edit-contact-field.repository.js";
import type { DeleteContactFieldInput } from "./field-life.input.js";
import { isUnderWork } from "./field-run.repository.js";
import { countValues } from "./field-values.repository.js";
import { isConfirmed } from "./preview-field-deletion.js";
import { requireValues } from "./require-values.js";
import { startFieldRun } from "./start-field-run.js";

/**
 * Deletes an archived field, as it was previewed: nobody reads a value from now on, and a job destroys them all. It is
 * the one thing that destroys values.
 */
export async function deleteContactField(
  context: IdentityContext,
  { id: globalId, confirmationToken }: DeleteContactFieldInput,
): Promise<typeof DeleteContactFieldResult> {
  const { accountId } = signedInMember(context);
  const id = fromGlobalId("ContactField", globalId);
  type Result = typeof DeleteContactFieldResult;
  const result = await changeState<Result>(changeScope(context, accountId), async (change) => {
    const { tx, audit } = change;
    await lockDefinitions(tx, accountId);
    const before = await findDefinition(tx, accountId, id);
    if (!before) throw notFound("contact field");
    ownerForSealed(context.viewer, "Mutation.deleteContactField", before.sensitivity);
    requireValues(context, before);
    if (before.state !== "archived") return change.abandon(WrongContactFieldState.is(before.state, ["archived"]));
    if (await isUnderWork(tx, accountId, id)) return change.abandon(FieldWorkUnderWay.on(["input", "id"]));
    const { values, restricted } = await countValues(tx, accountId, id);
    if (!isConfirmed(context, before, values, confirmationToken)) return change.abandon(ConfirmationStale.now(values));
    if (restricted > 0) return change.abandon(ValuesUnderRestriction.of(restricted));
    const field = await updateDefinition(tx, accountId, id, { state: "deleted" });
    const run = await startFieldRun(context, change, { kind: "destroy", fieldId: id });
    const reason = `${values} values`;
    audit({ action: "contact_field.deleted", subjectType: "ContactField", subjectId: id, fields: [field.key], reason });
    return Object.assign(new DeleteContactFieldPayload(), { field, run });
  });
  readAnew(context);
  return result;
}
