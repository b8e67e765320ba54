import type { MemberViewer } from "@studio/kit/auth/viewer.js";
import { changeState, type Change, type ChangeScope } from "@studio/kit/db/change.js";
import type { Tx } from "@studio/kit/db/database.js";
import { lockContacts } from "../contact/contact.repository.js";
import { contextMaker, type IdentityContext } from "../context.js";
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
import { findSubject, type BulkSubject } from "./bulk-subject.js";
import { WORK } from "./bulk-work.js";

/** Whether contacts wait after a batch. */
type Rest = "more" | "done";

/**
 * Does a turn of a bulk action, batch by batch. What becomes of a contact is kept in the transaction that changes it,
 * so however often the job runs, at once or after a kill, each contact is dealt with once.
 */
export async function runBulkAction(services: IdentityServices, job: BulkActionJob): Promise<void> {
  const { accountId, bulkActionId: id } = job;
  const action = await services.db.inAccount(accountId, (tx) => countAttempt(tx, { accountId, id }));
  if (!action) return;
  if (action.attempts > MAX_ATTEMPTS) return void (await fail(services, action, "interrupted"));
  for (let batch = 1; batch <= BATCHES_A_TURN; batch += 1) {
    if ((await runBatch(services, action)) === "done") return;
  }
  await services.db.inAccount(accountId, (tx) => services.jobs.enqueue(tx, BULK_ACTION, job));
}

function runBatch(services: IdentityServices, started: BulkActionRow): Promise<Rest> {
  return changeState<Rest>(scopeOf(services, started), async (change) => {
    const action = await lockBulkAction(change.tx, started);
    if (!action || !isUnderWay(action.state)) return change.abandon("done");
    const viewer = await starterNow(change.tx, action);
    if (typeof viewer === "string") return end(services, change, action, viewer);
    const context = contextMaker(services)({ viewer, requestId: action.requestId });
    const subject = await findSubject(context, change.tx, action);
    if (typeof subject === "string") return end(services, change, action, subject);
    const rows = await nextRows(change.tx, action, BATCH_SIZE);
    const results = await workOn(context, change, action, subject, rows);
    if (results.length > 0) await keepResults(change.tx, action, results);
    const isLast = rows.length < BATCH_SIZE;
    await addProgress(change.tx, action, countsOf(results), isLast ? services.clock.now() : null);
    const what = isLast ? "bulk_action.finished" : "bulk_action.continued";
    change.audit({ action: what, subjectType: "BulkAction", subjectId: action.id });
    return isLast ? "done" : "more";
  });
}

/** Who started it, as they stand now: who may no longer start an action no longer carries one on. */
async function starterNow(tx: Tx, { accountId, startedBy }: BulkActionRow): Promise<MemberViewer | BulkFailure> {
  const standing = await findStanding(tx, accountId, startedBy.memberId);
  if (standing?.status !== "active") return "access_lost";
  if (standing.accountStatus !== "active") return "account_closing";
  const { role, groupIds } = standing;
  return role === "owner" || role === "admin" ? { ...startedBy, role, groupIds } : "access_lost";
}

async function workOn(
  context: IdentityContext,
  change: Change<Rest>,
  { kind, accountId, startedBy }: BulkActionRow,
  subject: BulkSubject,
  rows: readonly BulkRow[],
): Promise<RowResult[]> {
  const ids = rows.map((row) => row.contactId);
  const held = new Map((await lockContacts(change.tx, accountId, ids)).map((contact) => [contact.id, contact]));
  const verdicts = rows.map(({ position, contactId }) => {
    const contact = held.get(contactId);
    const verdict = contact ? judgeContact(kind, startedBy, contact) : ({ refusal: "not_found" } as const);
    return { position, contactId, contact, verdict };
  });
  const contacts = verdicts.flatMap(({ contact, verdict }) => (contact && verdict === "do" ? [contact] : []));
  const batch = { ...subject, context, change, accountId, at: context.services.clock.now(), contacts };
  const { changed, refused } = contacts.length > 0 ? await WORK[kind](batch) : { changed: [] };
  const done = new Set(changed);
  return verdicts.map(({ position, contactId, verdict }) => {
    const refusal = typeof verdict === "object" ? verdict.refusal : (refused?.get(contactId) ?? null);
    if (refusal !== null) return { position, outcome: "rejected", refusal };
    return { position, outcome: done.has(contactId) ? "changed" : "unchanged", refusal };
  });
}

function countsOf(results: readonly RowResult[]) {
  const count = (outcome: RowResult["outcome"]) => results.filter((result) => result.outcome === outcome).length;
  return { changed: count("changed"), unchanged: count("unchanged"), rejected: count("rejected") };
}

function fail(services: IdentityServices, action: BulkActionRow, failure: BulkFailure): Promise<Rest> {
  return changeState<Rest>(scopeOf(services, action), (change) => end(services, change, action, failure));
}

async function end(
  { clock }: IdentityServices,
  change: Change<Rest>,
  action: BulkActionRow,
  failure: BulkFailure,
): Promise<Rest> {
  const ended = await endBulkAction(change.tx, action, { state: "failed", failure }, clock.now());
  if (!ended) return change.abandon("done");
  change.audit({ action: "bulk_action.failed", subjectType: "BulkAction", subjectId: action.id, reason: failure });
  return "done";
}

function scopeOf({ db, clock, wake }: IdentityServices, action: BulkActionRow): ChangeScope {
  const { accountId, startedBy, requestId } = action;
  return { db, clock, wake, accountId, requestId, viewer: startedBy };
}
