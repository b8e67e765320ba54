import { changeState, type Change } from "@studio/kit/db/change.js";
import { notFound } from "@studio/kit/error/codes.js";
import { fromGlobalId, toGlobalId } from "@studio/kit/paging/global-id.js";
import { accountOf, changeScope, readAnew, type IdentityContext } from "../context.js";
import type { ContactEventType } from "./contact.events.js";
import { externalIdBefore, takeOut } from "./carried-values.js";
import { ProcessingRestricted, stateError } from "./contact-state.errors.js";
import { refuseUnmerging } from "./contact-state.policy.js";
import { findExternalIdHolder } from "./contact-write.repository.js";
import { findContacts, lockContacts, type ContactRow } from "./contact.repository.js";
import type { UndoMergeInput } from "./merge.input.js";
import { findMerge, handBackKeys, markUndone, partGroups, writeMerged, type MergeRow } from "./merge.repository.js";
import { UndoMergePayload, type UndoMergeResult } from "./merge.type.js";
import { returnFromElsewhere, type PartedSubmission } from "./moved-elsewhere.js";

const PATH = ["input", "duplicateId"];

/**
 * Makes two contacts of a merged one again, until the duplicate is erased: each gets back what was theirs. What the
 * survivor was given anew since the merge stays theirs, also their shots in a submission that goes back. An external id
 * that somebody else has by now is not given back.
 * @throws NOT_FOUND if the contact is not the account's
 */
export async function undoMerge(context: IdentityContext, input: UndoMergeInput): Promise<typeof UndoMergeResult> {
  const accountId = accountOf(context);
  const duplicateId = fromGlobalId("Contact", input.duplicateId);
  const result = await changeState<typeof UndoMergeResult>(changeScope(context, accountId), async (change) => {
    const [known] = await findContacts(change.tx, accountId, [duplicateId]);
    if (!known) throw notFound("contact");
    if (known.restrictedAt !== null) return change.abandon(ProcessingRestricted.at(PATH));
    const merge = await findMerge(change.tx, accountId, duplicateId);
    if (!merge) return change.abandon(stateError(PATH, known.status, "not_merged"));
    const held = await lockContacts(change.tx, accountId, [merge.survivorId, duplicateId]);
    const survivor = held.find(({ id }) => id === merge.survivorId);
    const duplicate = held.find(({ id }) => id === duplicateId);
    if (!survivor || !duplicate) throw notFound("contact");
    const isTheLast = (await findMerge(change.tx, accountId, duplicateId))?.id === merge.id;
    const refusal = isTheLast ? refuseUnmerging(survivor, duplicate) : "not_merged";
    if (refusal !== null) return change.abandon(stateError(PATH, duplicate.status, refusal));
    return undo(context, change, merge, survivor, duplicate);
  });
  readAnew(context);
  return result;
}

async function undo(
  context: IdentityContext,
  change: Change<never>,
  merge: MergeRow,
  survivor: ContactRow,
  duplicate: ContactRow,
): Promise<UndoMergePayload> {
  const { tx } = change;
  const { receipt } = merge;
  const at = context.services.clock.now();
  const before = await externalIdBefore(context, survivor, duplicate, receipt);
  const isHandedBack = before !== null && survivor.externalId === before;
  const values = await takeOut(context, survivor, duplicate, receipt);
  // The survivor is written first: an external id is one contact's at a time.
  const contact = await writeMerged(tx, survivor, { ...values, ...(isHandedBack && { externalId: null }) }, at);
  const externalId = await freeExternalId(change, duplicate, before);
  const back = await writeMerged(tx, duplicate, { ...receipt.was, mergedInto: null, externalId }, at);
  await partGroups(tx, merge, receipt.groupIds);
  await handBackKeys(tx, merge, receipt.keyIds);
  const parted = await returnFromElsewhere(tx, merge);
  await markUndone(tx, merge, at);
  record(change, merge);
  for (const submission of parted) recordParted(change, submission);
  return Object.assign(new UndoMergePayload(), { contact, duplicate: back });
}

async function freeExternalId(
  { tx }: Change<never>,
  { accountId, id }: ContactRow,
  externalId: string | null,
): Promise<string | null> {
  const holder = externalId === null ? null : await findExternalIdHolder(tx, accountId, externalId);
  return holder === null || holder === id ? externalId : null;
}

function record({ audit, emit }: Change<never>, { survivorId, duplicateId }: MergeRow): void {
  const [survivor, duplicate] = [toGlobalId("Contact", survivorId), toGlobalId("Contact", duplicateId)];
  audit({ action: "contact.unmerged", subjectType: "Contact", subjectId: survivorId, fields: [duplicate] });
  audit({ action: "contact.unmerged", subjectType: "Contact", subjectId: duplicateId, fields: [survivor] });
  const type: ContactEventType = "contact.unmerged";
  emit({ type, ids: { contactId: survivorId, duplicateId } });
}

/** Who follows submissions learns of the new one, and that the old one does not stand any more. */
function recordParted({ audit, emit }: Change<never>, { parted, from, takenBack }: PartedSubmission): void {
  const fields = [toGlobalId("Submission", from.submissionId)];
  audit({ action: "submission.parted", subjectType: "Submission", subjectId: parted.submissionId, fields });
  emit({ type: "submission.created", ids: parted });
  if (takenBack) emit({ type: "submission.withdrawn", ids: from });
}
