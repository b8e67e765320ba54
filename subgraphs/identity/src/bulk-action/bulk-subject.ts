import type { Tx } from "@studio/kit/db/database.js";
import type { WritableField } from "../contact/judge-values.policy.js";
import { writableFields } from "../contact/known-contact.js";
import type { IdentityContext } from "../context.js";
import { lockGroup, type GroupRow } from "../group/manage-group.repository.js";
import { findOpenStudio } from "../studio/published-studio.repository.js";
import type { BulkActionRow } from "./bulk-action.repository.js";
import type { BulkActionKind, BulkFailure } from "./bulk-action.values.js";

/** An option of a multi-select field in use. */
export interface FieldOptionInUse {
  field: WritableField;
  optionId: string;
}

/** What an action is about besides its contacts. */
export interface BulkSubject {
  group: GroupRow | null;
  studioId: string | null;
  option: FieldOptionInUse | null;
}

/** The ids by which an action names it. */
export type SubjectIds = Pick<BulkActionRow, "groupId" | "studioId" | "fieldId" | "optionId">;

/** Which of them each kind needs. */
export const SUBJECTS: Readonly<Record<BulkActionKind, readonly (keyof SubjectIds)[]>> = {
  add_to_group: ["groupId"],
  remove_from_group: ["groupId"],
  archive: [],
  restore: [],
  invite: ["studioId"],
  add_option: ["fieldId", "optionId"],
  remove_option: ["fieldId", "optionId"],
};

/** What an action is about, as it is now; or why there is nothing left to do with it. The group is held. */
export async function findSubject(
  context: IdentityContext,
  tx: Tx,
  action: SubjectIds & Pick<BulkActionRow, "accountId" | "kind">,
): Promise<BulkSubject | BulkFailure> {
  const { accountId, groupId, studioId } = action;
  const group = groupId === null ? null : await lockGroup(tx, accountId, groupId);
  if (groupId !== null && (group === null || group.archivedAt !== null)) return "group_gone";
  if (studioId !== null && !(await findOpenStudio(tx, accountId, studioId))) return "studio_closed";
  const option = await findOption(context, action);
  if (action.fieldId !== null && option === null) return "option_gone";
  return { group, studioId, option };
}

/** A retired option is taken away, and not given any more. */
async function findOption(
  context: IdentityContext,
  { kind, fieldId, optionId }: SubjectIds & Pick<BulkActionRow, "kind">,
): Promise<FieldOptionInUse | null> {
  if (fieldId === null || optionId === null) return null;
  const field = [...(await writableFields(context)).values()].find(({ id }) => id === fieldId);
  if (field?.type !== "multi_select" || field.state !== "active") return null;
  const option = field.options.find(({ id }) => id === optionId);
  return option && (kind === "remove_option" || !option.retired) ? { field, optionId } : null;
}
