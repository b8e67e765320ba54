import { changeState, type Change } from "@studio/kit/db/change.js";
import { notFound } from "@studio/kit/error/codes.js";
import { newId } from "@studio/kit/id.js";
import { fromGlobalId, toGlobalId } from "@studio/kit/paging/global-id.js";
import { accountOf, changeScope, readAnew, type IdentityContext } from "../context.js";
import { endSignIns } from "../verification/end-sign-ins.js";
import { VersionConflict } from "../version-conflict.error.js";
import type { ContactEventType } from "./contact.events.js";
import { fillFrom, keepExternalId } from "./carried-values.js";
import type { ContactStatus } from "./contact-status.js";
import { stateError, type ContactStateConflict, type ProcessingRestricted } from "./contact-state.errors.js";
import { refuseMerging } from "./contact-state.policy.js";
import { InvalidValue } from "./contact-value.errors.js";
import { lockContacts, type ContactRow } from "./contact.repository.js";
import type { MergeContactsInput } from "./merge.input.js";
import { fillGaps } from "./merge.policy.js";
import { handOverKeys, insertMerge, uniteGroups, writeMerged, type Pair } from "./merge.repository.js";
import { MergeContactsPayload, type MergeContactsResult } from "./merge.type.js";
import { moveElsewhere } from "./moved-elsewhere.js";

/**
 * Makes one of two contacts that are the same person. The survivor's values win and gaps are filled; groups are united;
 * photos, submissions and consents follow. The duplicate is archived and keeps its values, so that it can be undone.
 * @throws NOT_FOUND if either is not the account's
 */
export async function mergeContacts(
  context: IdentityContext,
  input: MergeContactsInput,
): Promise<typeof MergeContactsResult> {
  const accountId = accountOf(context);
  const survivorId = fromGlobalId("Contact", input.survivorId);
  const duplicateId = fromGlobalId("Contact", input.duplicateId);
  if (survivorId === duplicateId) return InvalidValue.at(["input", "duplicateId"], "another contact than the survivor");
  const pair = { accountId, survivorId, duplicateId };
  const result = await changeState<typeof MergeContactsResult>(changeScope(context, accountId), async (change) => {
    const held = await lockContacts(change.tx, accountId, [survivorId, duplicateId]);
    const survivor = held.find(({ id }) => id === survivorId);
    const duplicate = held.find(({ id }) => id === duplicateId);
    if (!survivor || !duplicate) throw notFound("contact");
    const refused = refuse(input, survivor, duplicate);
    return refused ? change.abandon(refused) : merge(context, change, pair, survivor, duplicate);
  });
  readAnew(context);
  return result;
}

function refuse(
  { ifVersions }: MergeContactsInput,
  survivor: ContactRow,
  duplicate: ContactRow,
): VersionConflict | ContactStateConflict | ProcessingRestricted | null {
  for (const [name, contact] of [
    ["survivor", survivor],
    ["duplicate", duplicate],
  ] as const) {
    const path = ["input", "ifVersions", name];
    const refusal = refuseMerging(contact);
    if (ifVersions && ifVersions[name] !== contact.version && refusal !== "restricted")
      return VersionConflict.at(path, contact.version);
    if (refusal !== null) return stateError(["input", `${name}Id`], contact.status, refusal);
  }
  return null;
}

async function merge(
  context: IdentityContext,
  change: Change<never>,
  pair: Pair,
  survivor: ContactRow,
  duplicate: ContactRow,
): Promise<MergeContactsPayload> {
  const { tx } = change;
  const at = context.services.clock.now();
  const fieldIds = new Set((await context.loaders.contactFields()).map((field) => field.id));
  const gaps = fillGaps(survivor, duplicate, fieldIds);
  const values = await fillFrom(context, survivor, duplicate, gaps);
  const was = { status: withoutInvitation(duplicate.status), archivedFrom: duplicate.archivedFrom };
  // The duplicate is written first: an external id is one contact's at a time.
  const aside = await writeMerged(tx, duplicate, setAside(duplicate, pair, gaps.fields.includes("externalId")), at);
  const contact = await writeMerged(tx, survivor, values, at);
  await endSignIns(tx, pair.accountId, [pair.duplicateId], at);
  const groupIds = await uniteGroups(tx, pair);
  const keyIds = await handOverKeys(tx, pair);
  const kept = await keepExternalId(context, duplicate, gaps);
  const receipt = { ...gaps, ...kept, was, groupIds, keyIds, ...(await moveElsewhere(tx, pair)) };
  await insertMerge(tx, { ...pair, id: newId(), receipt, mergedAt: at });
  record(change, pair, gaps.fields);
  return Object.assign(new MergeContactsPayload(), { contact, duplicate: aside });
}

/** A merge withdraws the duplicate's invitations, so undoing it brings back nobody as invited. */
function withoutInvitation(status: ContactStatus): ContactStatus {
  return status === "invited" ? "unverified" : status;
}

function setAside({ status, archivedFrom, externalId }: ContactRow, { survivorId }: Pair, givesExternalId: boolean) {
  return {
    status: "archived" as const,
    archivedFrom: status === "archived" ? archivedFrom : withoutInvitation(status),
    mergedInto: survivorId,
    externalId: givesExternalId ? null : externalId,
  };
}

function record({ audit, emit }: Change<never>, { survivorId, duplicateId }: Pair, fields: readonly string[]): void {
  const duplicate = toGlobalId("Contact", duplicateId);
  audit({ action: "contact.merged", subjectType: "Contact", subjectId: survivorId, fields: [duplicate, ...fields] });
  const survivor = toGlobalId("Contact", survivorId);
  audit({ action: "contact.merged_away", subjectType: "Contact", subjectId: duplicateId, fields: [survivor] });
  const type: ContactEventType = "contact.merged";
  emit({ type, ids: { contactId: survivorId, duplicateId } });
}
