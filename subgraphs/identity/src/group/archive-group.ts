import type { IdentityContext } from "../context.js";
import type { IdInput } from "../id-input.js";
import { changeGroup } from "./change-group.js";
import { GroupArchived } from "./group.errors.js";
import { GroupPayload, type ArchiveGroupResult } from "./group.result.js";
import { updateGroup } from "./manage-group.repository.js";

/** Sets a group aside: who is in it stays, and its coordinators lose it from their next request on. */
export function archiveGroup(context: IdentityContext, { id }: IdInput): Promise<typeof ArchiveGroupResult> {
  return changeGroup<typeof ArchiveGroupResult>(context, id, async ({ tx, audit, abandon }, group) => {
    if (group.archivedAt !== null) return abandon(GroupArchived.at(["input", "id"]));
    audit({ action: "group.archived", subjectType: "Group", subjectId: group.id, fields: ["archivedAt"] });
    const archived = await updateGroup(tx, group, { archivedAt: context.services.clock.now() });
    return Object.assign(new GroupPayload(), { group: archived });
  });
}
