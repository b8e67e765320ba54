import { signedInMember } from "@studio/kit/auth/signed-in.js";
import { changeState, type Change } from "@studio/kit/db/change.js";
import { notFound } from "@studio/kit/error/codes.js";
import { fromGlobalId } from "@studio/kit/paging/global-id.js";
import { changeScope, readAnew, type IdentityContext } from "../context.js";
import { VersionConflict } from "../version-conflict.error.js";
import { asksAnew, changedParts, definitionOf, mergeDefinition } from "./changed-definition.policy.js";
import { FieldWorkUnderWay, InvalidContactField, TooManyContactFields } from "./contact-field.errors.js";
import { FIELD_LIMITS, isAsConfidential, isSealed, type FieldDefinition } from "./contact-field.policy.js";
import type { ContactFieldRow } from "./contact-field.repository.js";
import { UpdateContactFieldPayload, type UpdateContactFieldResult } from "./contact-field.result.js";
import { ownerForSealed } from "./define-field.rules.js";
import { readDefinition } from "./definition.policy.js";
import {
  countDefinitions,
  findDefinition,
  lockDefinitions,
  moveDefinition,
  updateDefinition,
} from "./edit-contact-field.repository.js";
import { isUnderWork } from "./field-run.repository.js";
import { whyRefused } from "./judge-definition.js";
import { requireValues } from "./require-values.js";
import { startFieldRun, startIndexing } from "./start-field-run.js";
import type { UpdateContactFieldInput } from "./update-contact-field.input.js";

type Result = typeof UpdateContactFieldResult;

/**
 * Changes a definition where nobody was faster. No value is lost by it. A change of sensitivity counts at once;
 * values move between plain and sealed storage in a job, contact by contact, and are read from either meanwhile.
 */
export async function updateContactField(context: IdentityContext, input: UpdateContactFieldInput): Promise<Result> {
  const { accountId } = signedInMember(context);
  const id = fromGlobalId("ContactField", input.id);
  const result = await changeState<Result>(changeScope(context, accountId), async (change) => {
    const { tx } = change;
    await lockDefinitions(tx, accountId);
    const field = await findDefinition(tx, accountId, id);
    if (!field) throw notFound("contact field");
    const next = input.sensitivity ?? field.sensitivity;
    ownerForSealed(context.viewer, "Mutation.updateContactField", field.sensitivity, next);
    if (field.version !== input.version) return change.abandon(VersionConflict.at(["input", "version"], field.version));
    const { position } = input;
    const before = definitionOf(field);
    const merged = mergeDefinition(before, input);
    const after = readDefinition(merged, ["input"], field.options);
    if (after instanceof InvalidContactField) return change.abandon(after);
    const changed = changedParts(before, after);
    if (changed.length === 0 && (position ?? field.position) === field.position)
      return change.abandon(Object.assign(new UpdateContactFieldPayload(), { field, run: null }));
    const refusal = asksAnew(changed) ? await whyRefused(tx, accountId, merged, after, ["input"]) : null;
    const obstacle = refusal ?? (await whyNotNow(change, field, after));
    if (obstacle) return change.abandon(obstacle);
    // Its values open to more people at once: as with reading them, it takes a purpose where that does.
    if (!isAsConfidential(after.sensitivity, field.sensitivity)) requireValues(context, field);
    return store(context, change, field, after, position ?? field.position, changed);
  });
  readAnew(context);
  return result;
}

async function whyNotNow(
  { tx }: Change<Result>,
  field: ContactFieldRow,
  after: FieldDefinition,
): Promise<TooManyContactFields | FieldWorkUnderWay | null> {
  const { accountId, id } = field;
  if (after.filterable && !field.filterable) {
    const { filterable } = await countDefinitions(tx, accountId);
    if (filterable >= FIELD_LIMITS.filterable)
      return TooManyContactFields.over(["input", "filterable"], FIELD_LIMITS.filterable, "filterable fields");
  }
  const moves = isSealed(after.sensitivity) !== isSealed(field.sensitivity);
  const indexes = after.filterable && !field.filterable;
  const isHeld = (moves || indexes) && (await isUnderWork(tx, accountId, id));
  return isHeld ? FieldWorkUnderWay.on(["input", moves ? "sensitivity" : "filterable"]) : null;
}

async function store(
  context: IdentityContext,
  change: Change<Result>,
  before: ContactFieldRow,
  after: FieldDefinition,
  position: number,
  changed: readonly string[],
): Promise<UpdateContactFieldPayload> {
  const { tx, audit } = change;
  const { accountId, id } = before;
  if (position !== before.position) await moveDefinition(tx, accountId, id, Math.max(0, position));
  const field = await updateDefinition(tx, accountId, id, after);
  const fields = position === before.position ? changed : [...changed, "position"];
  audit({ action: "contact_field.updated", subjectType: "ContactField", subjectId: id, fields });
  const moves = isSealed(after.sensitivity) !== isSealed(before.sensitivity);
  const move = moves ? await startFieldRun(context, change, { kind: "move", fieldId: id }) : null;
  const wasPrepared = before.indexSlot === field.indexSlot;
  const run = (wasPrepared ? null : await startIndexing(context, change, field)) ?? move;
  return Object.assign(new UpdateContactFieldPayload(), { field, run });
}
