import { notFound } from "@studio/kit/error/codes.js";
import { fromGlobalId, toGlobalId } from "@studio/kit/paging/global-id.js";
import type { IdentityContext } from "../context.js";
import { lockStanding } from "../member/manage-member.repository.js";
import { changeGroup } from "./change-group.js";
import { assign, unassign } from "./coordinator.repository.js";
import { GroupArchived, NotACoordinator } from "./group.errors.js";
import type { AssignCoordinatorInput, UnassignCoordinatorInput } from "./group.input.js";
import { GroupPayload, type GroupCoordinatorResult } from "./group.result.js";

type Result = typeof GroupCoordinatorResult;

/** Gives a coordinator a group: its contacts are theirs to see from their next request on. */
export function assignCoordinator(context: IdentityContext, input: AssignCoordinatorInput): Promise<Result> {
  const memberId = fromGlobalId("Member", input.memberId);
  return changeGroup<Result>(context, input.groupId, async ({ tx, audit, abandon }, group) => {
    if (group.archivedAt !== null) return abandon(GroupArchived.at(["input", "groupId"]));
    const member = await lockStanding(tx, group.accountId, memberId);
    if (!member) throw notFound("member");
    if (member.role !== "coordinator" || member.status === "removed") return abandon(NotACoordinator.now());
    const payload = Object.assign(new GroupPayload(), { group });
    if (!(await assign(tx, group.accountId, memberId, group.id))) return abandon(payload);
    const fields = [toGlobalId("Member", memberId)];
    audit({ action: "group.coordinator_assigned", subjectType: "Group", subjectId: group.id, fields });
    return payload;
  });
}

/** Takes a group from a coordinator: its contacts do not exist for them from their next request on. */
export function unassignCoordinator(context: IdentityContext, input: UnassignCoordinatorInput): Promise<Result> {
  const memberId = fromGlobalId("Member", input.memberId);
  return changeGroup<Result>(context, input.groupId, async ({ tx, audit, abandon }, group) => {
    const payload = Object.assign(new GroupPayload(), { group });
    if (!(await lockStanding(tx, group.accountId, memberId))) throw notFound("member");
    if (!(await unassign(tx, group.accountId, memberId, group.id))) return abandon(payload);
    const fields = [toGlobalId("Member", memberId)];
    audit({ action: "group.coordinator_unassigned", subjectType: "Group", subjectId: group.id, fields });
    return payload;
  });
}
