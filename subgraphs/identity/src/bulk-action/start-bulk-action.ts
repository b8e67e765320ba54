import { signedInMember } from "@studio/kit/auth/signed-in.js";
import { changeState, type Change } from "@studio/kit/db/change.js";
import { UserError } from "@studio/kit/error/user-error.js";
import { newId } from "@studio/kit/id.js";
import type { MemberViewer } from "@studio/kit/auth/viewer.js";
import { AccountClosing } from "../account/account.errors.js";
import { findAccount } from "../account/account.repository.js";
import { InvalidValue } from "../contact/contact-value.errors.js";
import { changeScope, type IdentityContext } from "../context.js";
import type { StartBulkActionInput } from "./bulk-action.input.js";
import { BULK_ACTION, type BulkActionJob } from "./bulk-action.job.js";
import { insertBulkAction, settleTotal, type BulkActionRow } from "./bulk-action.repository.js";
import { StartBulkActionPayload, type StartBulkActionResult } from "./bulk-action.result.js";
import { insertRows } from "./bulk-row.repository.js";
import type { SubjectIds } from "./bulk-subject.js";
import { readTarget } from "./read-target.js";
import { readSubjectIds, refuseSubject } from "./start-subject.js";

/**
 * Starts a bulk action: which contacts it is about is settled here, the work is done by a job.
 * @throws NOT_FOUND for another account's group, studio, field or view; ListRefused for a filter that the viewer may not use
 */
export async function startBulkAction(
  context: IdentityContext,
  input: StartBulkActionInput,
): Promise<typeof StartBulkActionResult> {
  const viewer = signedInMember(context);
  const subject = readSubjectIds(input);
  if (subject instanceof InvalidValue) return subject;
  const target = await readTarget(context, input.target);
  if (target instanceof UserError) return target;
  return changeState<typeof StartBulkActionResult>(changeScope(context, viewer.accountId), async (change) => {
    const account = await findAccount(change.tx, viewer.accountId);
    if (account?.status !== "active") return change.abandon(AccountClosing.now());
    const refused = await refuseSubject(context, change.tx, input.kind, subject);
    if (refused) return change.abandon(refused);
    const action = await insertAction(context, change, viewer, { kind: input.kind, ...subject });
    const total = await insertRows(change.tx, action, target);
    const bulkAction = await settleTotal(change.tx, action, total);
    const job: BulkActionJob = { accountId: viewer.accountId, bulkActionId: action.id };
    if (total > 0) await context.services.jobs.enqueue(change.tx, BULK_ACTION, job);
    change.audit({ action: "bulk_action.started", subjectType: "BulkAction", subjectId: action.id });
    return Object.assign(new StartBulkActionPayload(), { bulkAction });
  });
}

function insertAction(
  { services, requestId }: IdentityContext,
  { tx }: Change<never>,
  viewer: MemberViewer,
  what: SubjectIds & Pick<BulkActionRow, "kind">,
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
