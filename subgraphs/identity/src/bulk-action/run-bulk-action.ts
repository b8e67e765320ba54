import { changeState, type Change, type ChangeScope } from "@studio/kit/db/change.js";
import { lockContacts } from "../contact/archive.repository.js";
import { lockGroup, type GroupRow } from "../group/manage-group.repository.js";
import { findStanding } from "../member/member.repository.js";
import type { IdentityServices } from "../services.js";
import { BULK_ACTION, type BulkActionJob } from "./bulk-action.job.js";
import { BATCHES_A_TURN, BATCH_SIZE, MAX_ATTEMPTS, isUnderWay, judgeContact } from "./bulk-action.policy.js";
import {
  addProgress,
  countAttempt,
  endBulkAction,
  lockBulkAction,
  type BulkActionRow,
} from "./bulk-action.repository.js";
import type { BulkFailure } from "./bulk-action.values.js";
import { keepResults, nextRows, type BulkRow, type RowResult } from "./bulk-row.repository.js";
import { WORK } from "./bulk-work.js";

type BulkServices = Pick<IdentityServices, "db" | "clock" | "wake" | "jobs">;

/** Whether contacts wait after a batch. */
type Rest = "more" | "done";

/**
 * Does a turn of a bulk action, batch by batch. What becomes of a contact is kept in the transaction that changes it,
 * so however often the job runs, at once or after a kill, each contact is dealt with once.
 */
export async function runBulkAction(services: BulkServices, job: BulkActionJob): Promise<void> {
  const { accountId, bulkActionId: id } = job;
  const action = await services.db.inAccount(accountId, (tx) => countAttempt(tx, { accountId, id }));
  if (!action) return;
  if (action.attempts > MAX_ATTEMPTS) return void (await fail(services, action, "interrupted"));
  for (let batch = 1; batch <= BATCHES_A_TURN; batch += 1) {
    if ((await runBatch(services, action)) === "done") return;
  }
  await services.db.inAccount(accountId, (tx) => services.jobs.enqueue(tx, BULK_ACTION, job));
}

function runBatch(services: BulkServices, started: BulkActionRow): Promise<Rest> {
  return changeState<Rest>(scopeOf(services, started), async (change) => {
    const action = await lockBulkAction(change.tx, started);
    if (!action || !isUnderWay(action.state)) return change.abandon("done");
    const group = action.groupId === null ? null : await lockGroup(change.tx, action.accountId, action.groupId);
    const failure = await whyFailed(change, action, group);
    if (failure !== null) return end(services, change, action, failure);
    const rows = await nextRows(change.tx, action, BATCH_SIZE);
    const results = await workOn(services, change, action, group, rows);
    if (results.length > 0) await keepResults(change.tx, action, results);
    const isLast = rows.length < BATCH_SIZE;
    await addProgress(change.tx, action, countsOf(results), isLast ? services.clock.now() : null);
    const what = isLast ? "bulk_action.finished" : "bulk_action.continued";
    change.audit({ action: what, subjectType: "BulkAction", subjectId: action.id });
    return isLast ? "done" : "more";
  });
}

/** Roles are read anew for each batch: who may no longer start an action no longer carries one on. */
async function whyFailed(
  { tx }: Change<Rest>,
  { accountId, groupId, startedBy }: BulkActionRow,
  group: GroupRow | null,
): Promise<BulkFailure | null> {
  const standing = await findStanding(tx, accountId, startedBy.memberId);
  const isIn = standing?.status === "active" && standing.accountStatus !== "erased";
  if (!isIn || (standing.role !== "owner" && standing.role !== "admin")) return "access_lost";
  return groupId !== null && (group === null || group.archivedAt !== null) ? "group_gone" : null;
}

async function workOn(
  { clock }: BulkServices,
  change: Change<Rest>,
  { kind, accountId, startedBy }: BulkActionRow,
  group: GroupRow | null,
  rows: readonly BulkRow[],
): Promise<RowResult[]> {
  const ids = rows.map((row) => row.contactId);
  const contacts = new Map((await lockContacts(change.tx, accountId, ids)).map((contact) => [contact.id, contact]));
  const verdicts = rows.map(({ position, contactId }) => {
    const contact = contacts.get(contactId);
    const verdict = contact ? judgeContact(kind, startedBy, contact) : ({ refusal: "not_found" } as const);
    return { position, contactId, verdict };
  });
  const contactIds = verdicts.filter(({ verdict }) => verdict === "do").map(({ contactId }) => contactId);
  const batch = { change, accountId, at: clock.now(), group, contactIds };
  const changed = new Set(contactIds.length > 0 ? await WORK[kind](batch) : []);
  return verdicts.map(({ position, contactId, verdict }) => {
    if (typeof verdict === "object") return { position, outcome: "rejected", refusal: verdict.refusal };
    return { position, outcome: changed.has(contactId) ? "changed" : "unchanged", refusal: null };
  });
}

function countsOf(results: readonly RowResult[]) {
  const count = (outcome: RowResult["outcome"]) => results.filter((result) => result.outcome === outcome).length;
  return { changed: count("changed"), unchanged: count("unchanged"), rejected: count("rejected") };
}

function fail(services: BulkServices, action: BulkActionRow, failure: BulkFailure): Promise<Rest> {
  return changeState<Rest>(scopeOf(services, action), (change) => end(services, change, action, failure));
}

async function end(
  { clock }: BulkServices,
  change: Change<Rest>,
  action: BulkActionRow,
  failure: BulkFailure,
): Promise<Rest> {
  const ended = await endBulkAction(change.tx, action, { state: "failed", failure }, clock.now());
  if (!ended) return change.abandon("done");
  change.audit({ action: "bulk_action.failed", subjectType: "BulkAction", subjectId: action.id, reason: failure });
  return "done";
}

function scopeOf({ db, clock, wake }: BulkServices, action: BulkActionRow): ChangeScope {
  const { accountId, startedBy, requestId } = action;
  return { db, clock, wake, accountId, requestId, viewer: startedBy };
}
