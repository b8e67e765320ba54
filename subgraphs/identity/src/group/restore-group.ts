import type { IdentityContext } from "../context.js";
import type { IdInput } from "../id-input.js";
import { orNameTaken } from "../name-clash.js";
import { changeGroup } from "./change-group.js";
import { GroupInUse, GroupNameTaken } from "./group.errors.js";
import { GroupPayload, type RestoreGroupResult } from "./group.result.js";
import { GROUP_NAME_ONCE } from "./group.table.js";
import { updateGroup } from "./manage-group.repository.js";

/** Takes a group that was set aside into use again, with whoever is in it and assigned to it. */
export function restoreGroup(context: IdentityContext, { id }: IdInput): Promise<typeof RestoreGroupResult> {
  const restored = changeGroup<GroupPayload | GroupInUse>(context, id, async ({ tx, audit, abandon }, group) => {
    if (group.archivedAt === null) return abandon(GroupInUse.now());
    audit({ action: "group.restored", subjectType: "Group", subjectId: group.id, fields: ["archivedAt"] });
    return Object.assign(new GroupPayload(), { group: await updateGroup(tx, group, { archivedAt: null }) });
  });
  return orNameTaken(restored, GROUP_NAME_ONCE, GroupNameTaken.at(["input", "id"]));
}
