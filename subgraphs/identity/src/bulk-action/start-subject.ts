import type { Tx } from "@studio/kit/db/database.js";
import { notFound } from "@studio/kit/error/codes.js";
import { fromGlobalId } from "@studio/kit/paging/global-id.js";
import { InvalidValue } from "../contact/contact-value.errors.js";
import { accountOf, type IdentityContext } from "../context.js";
import { GroupArchived } from "../group/group.errors.js";
import { findGroups } from "../group/manage-group.repository.js";
import { StudioNotPublished } from "../invitation/invitation.errors.js";
import { findStudioName } from "../studio/published-studio.repository.js";
import type { StartBulkActionInput } from "./bulk-action.input.js";
import type { BulkActionKind } from "./bulk-action.values.js";
import { SUBJECTS, findSubject, type SubjectIds } from "./bulk-subject.js";

const EXPECTED: Readonly<Record<keyof SubjectIds, string>> = {
  groupId: "a group",
  studioId: "a studio",
  fieldId: "a multi-select field",
  optionId: "the id of one of its options",
};

/** Reads what the kind needs, which must be given, and nothing else. */
export function readSubjectIds(input: StartBulkActionInput): SubjectIds | InvalidValue {
  const needed = SUBJECTS[input.kind];
  for (const name of Object.keys(EXPECTED) as (keyof SubjectIds)[]) {
    const isNeeded = needed.includes(name);
    if (isNeeded !== (input[name] != null))
      return InvalidValue.at(["input", name], `${isNeeded ? EXPECTED[name] : "nothing"} for this action`);
  }
  return {
    groupId: input.groupId == null ? null : fromGlobalId("Group", input.groupId),
    studioId: input.studioId == null ? null : fromGlobalId("Studio", input.studioId),
    fieldId: input.fieldId == null ? null : fromGlobalId("ContactField", input.fieldId),
    optionId: input.optionId ?? null,
  };
}

/**
 * Why an action cannot be about this, or null.
 * @throws NOT_FOUND for what the account does not have
 */
export async function refuseSubject(
  context: IdentityContext,
  tx: Tx,
  kind: BulkActionKind,
  ids: SubjectIds,
): Promise<GroupArchived | StudioNotPublished | InvalidValue | null> {
  await assertKnown(context, tx, ids);
  const subject = await findSubject(context, tx, { ...ids, kind, accountId: accountOf(context) });
  if (typeof subject === "object") return null;
  if (subject === "group_gone") return GroupArchived.at(["input", "groupId"]);
  if (subject === "studio_closed") return StudioNotPublished.at(["input", "studioId"]);
  return InvalidValue.at(["input", "optionId"], "an option that is offered, of a multi-select field in use");
}

async function assertKnown(
  context: IdentityContext,
  tx: Tx,
  { groupId, studioId, fieldId }: SubjectIds,
): Promise<void> {
  const accountId = accountOf(context);
  if (groupId !== null && (await findGroups(tx, accountId, [groupId])).length === 0) throw notFound("group");
  if (studioId !== null && (await findStudioName(tx, accountId, studioId)) === null) throw notFound("studio");
  const fields = fieldId === null ? [] : await context.loaders.contactFields();
  if (fieldId !== null && !fields.some(({ id }) => id === fieldId)) throw notFound("field");
}
