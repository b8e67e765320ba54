import { changeState, type Change } from "@studio/kit/db/change.js";
import { notFound } from "@studio/kit/error/codes.js";
import { UserError } from "@studio/kit/error/user-error.js";
import { newId } from "@studio/kit/id.js";
import { fromGlobalId } from "@studio/kit/paging/global-id.js";
import type { MemberViewer } from "@studio/kit/auth/viewer.js";
import { InvalidValue } from "../contact/contact-value.errors.js";
import { changeScope, type IdentityContext } from "../context.js";
import { GroupArchived } from "../group/group.errors.js";
import { findGroups } from "../group/manage-group.repository.js";
import { signedInMember } from "../viewer/members-only.js";
import type { StartBulkActionInput } from "./bulk-action.input.js";
import { BULK_ACTION, type BulkActionJob } from "./bulk-action.job.js";
import { needsGroup } from "./bulk-action.policy.js";
import { insertBulkAction, setTotal, type BulkActionRow } from "./bulk-action.repository.js";
import { StartBulkActionPayload, type StartBulkActionResult } from "./bulk-action.result.js";
import { insertRows } from "./bulk-row.repository.js";
import { readTarget } from "./read-target.js";

/**
 * Starts a bulk action: which contacts it is about is settled here, the work is done by a job.
 * @throws NOT_FOUND for another account's group or view; ListRefused for a filter that the viewer may not use
 */
export async function startBulkAction(
  context: IdentityContext,
  input: StartBulkActionInput,
): Promise<typeof StartBulkActionResult> {
  const viewer = signedInMember(context);
  const groupId = readGroup(input);
  if (groupId instanceof InvalidValue) return groupId;
  const target = await readTarget(context, input.target);
  if (target instanceof UserError) return target;
  return changeState<typeof StartBulkActionResult>(changeScope(context, viewer.accountId), async (change) => {
    const archived = groupId === null ? false : await isArchived(change, viewer, groupId);
    if (archived) return change.abandon(GroupArchived.at(["input", "groupId"]));
    const action = await insertAction(context, change, viewer, { kind: input.kind, groupId });
    const total = await insertRows(change.tx, action, target);
    await setTotal(change.tx, action, total);
    const job: BulkActionJob = { accountId: viewer.accountId, bulkActionId: action.id };
    await context.services.jobs.enqueue(change.tx, BULK_ACTION, job);
    change.audit({ action: "bulk_action.started", subjectType: "BulkAction", subjectId: action.id });
    return Object.assign(new StartBulkActionPayload(), { bulkAction: { ...action, total } });
  });
}

function readGroup({ kind, groupId }: StartBulkActionInput): string | null | InvalidValue {
  if (needsGroup(kind) !== (groupId != null))
    return InvalidValue.at(["input", "groupId"], needsGroup(kind) ? "a group for this action" : "no group");
  return groupId == null ? null : fromGlobalId("Group", groupId);
}

async function isArchived({ tx }: Change<never>, { accountId }: MemberViewer, groupId: string): Promise<boolean> {
  const [group] = await findGroups(tx, accountId, [groupId]);
  if (!group) throw notFound("group");
  return group.archivedAt !== null;
}

function insertAction(
  { services, requestId }: IdentityContext,
  { tx }: Change<never>,
  viewer: MemberViewer,
  what: Pick<BulkActionRow, "kind" | "groupId">,
): Promise<BulkActionRow> {
  const createdAt = services.clock.now();
  const { accountId } = viewer;
  return insertBulkAction(tx, {
    ...what,
    accountId,
    id: newId(),
    state: "queued",
    startedBy: viewer,
    requestId,
    total: 0,
    createdAt,
  });
}
