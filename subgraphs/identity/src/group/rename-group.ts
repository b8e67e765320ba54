import type { IdentityContext } from "../context.js";
import { orNameTaken } from "../name-clash.js";
import { changeGroup } from "./change-group.js";
import { GroupNameTaken, InvalidGroupName } from "./group.errors.js";
import type { RenameGroupInput } from "./group.input.js";
import { readGroupName } from "./group.policy.js";
import { GroupPayload, type SaveGroupResult } from "./group.result.js";
import { GROUP_NAME_ONCE } from "./group.table.js";
import { updateGroup } from "./manage-group.repository.js";

/** Gives a group another name. */
export async function renameGroup(context: IdentityContext, input: RenameGroupInput): Promise<typeof SaveGroupResult> {
  const name = readGroupName(input.name);
  if (!name) return InvalidGroupName.now();
  const renamed = changeGroup<GroupPayload>(context, input.id, async ({ tx, audit, abandon }, group) => {
    if (group.name === name) return abandon(Object.assign(new GroupPayload(), { group }));
    audit({ action: "group.renamed", subjectType: "Group", subjectId: group.id, fields: ["name"] });
    return Object.assign(new GroupPayload(), { group: await updateGroup(tx, group, { name }) });
  });
  return orNameTaken(renamed, GROUP_NAME_ONCE, GroupNameTaken.at(["input", "name"]));
}
