import { toGlobalId } from "@studio/kit/paging/global-id.js";
import type { IdentityContext } from "../context.js";
import type { IdInput } from "../id-input.js";
import { changeGroup } from "./change-group.js";
import { GroupInUse } from "./group.errors.js";
import { DeleteGroupPayload, type DeleteGroupResult } from "./group.result.js";
import { deleteGroupRow } from "./manage-group.repository.js";

/** Deletes a group that was set aside. Its contacts stay; who was assigned to it loses it. */
export function deleteGroup(context: IdentityContext, { id }: IdInput): Promise<typeof DeleteGroupResult> {
  return changeGroup<typeof DeleteGroupResult>(context, id, async ({ tx, audit, abandon }, group) => {
    if (group.archivedAt === null) return abandon(GroupInUse.now());
    await deleteGroupRow(tx, group);
    audit({ action: "group.deleted", subjectType: "Group", subjectId: group.id });
    return Object.assign(new DeleteGroupPayload(), { deletedGroupId: toGlobalId("Group", group.id) });
  });
}
