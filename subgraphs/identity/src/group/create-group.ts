import { changeState } from "@studio/kit/db/change.js";
import { newId } from "@studio/kit/id.js";
import { accountOf, changeScope, type IdentityContext } from "../context.js";
import { GroupNameTaken, InvalidGroupName } from "./group.errors.js";
import type { CreateGroupInput } from "./group.input.js";
import { readGroupName } from "./group.policy.js";
import { GroupPayload, type SaveGroupResult } from "./group.result.js";
import { insertGroup } from "./manage-group.repository.js";

/** Makes a group, with nobody in it. */
export async function createGroup(context: IdentityContext, input: CreateGroupInput): Promise<typeof SaveGroupResult> {
  const accountId = accountOf(context);
  const name = readGroupName(input.name);
  if (!name) return InvalidGroupName.now();
  const row = { accountId, id: newId(), name, createdAt: context.services.clock.now() };
  type Result = typeof SaveGroupResult;
  return changeState<Result>(changeScope(context, accountId), async ({ tx, audit, abandon }) => {
    const group = await insertGroup(tx, row);
    if (!group) return abandon(GroupNameTaken.at(["input", "name"]));
    audit({ action: "group.created", subjectType: "Group", subjectId: group.id, fields: ["name"] });
    return Object.assign(new GroupPayload(), { group });
  });
}
