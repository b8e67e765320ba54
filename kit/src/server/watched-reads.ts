import { askerOf } from "../auth/preview.js";
import { describePurpose } from "../auth/purpose.js";
import type { StaffViewer, Viewer } from "../auth/viewer.js";
import type { Clock } from "../clock.js";
import { changeState, type AuditEntry } from "../db/change.js";
import type { Database } from "../db/database.js";
import { parseGlobalId } from "../paging/global-id.js";
import type { ReadLog } from "./read-log.js";
import type { RequestContext } from "./request-context.js";

/** Where the audit entry of a read is written. */
export interface ReadAudit {
  db: Database;
  clock: Clock;
}

/** Staff inside a client's account. */
type WatchedViewer = StaffViewer & { accountId: string; grantId: string };

/** Whether all that this viewer is shown goes into the account's audit trail (P31). */
export function isWatched(viewer: Viewer): viewer is WatchedViewer {
  return viewer.kind === "staff" && viewer.accountId !== null && viewer.grantId !== null;
}

/** Notes that `field` of the thing with this global id is about to be shown, to a viewer who is watched. */
export function noteWatched({ viewer, reads }: RequestContext, subjectId: string, field: string): void {
  if (isWatched(viewer)) reads?.note(subjectId, field);
}

/**
 * Writes down what a request was shown of what is noted when it is read, by id and field, and why. Whoever calls it
 * holds the answer back until it resolves, and withholds the answer if it throws.
 */
export async function recordReads(
  { db, clock }: ReadAudit,
  request: RequestContext & { reads: ReadLog },
): Promise<void> {
  const { viewer, requestId, purpose, reads } = request;
  if (reads.isEmpty) return;
  const { accountId } = viewer;
  if (accountId === null) throw new TypeError("What is read of no account cannot be recorded.");
  const entries = isWatched(viewer) ? [readByStaff(viewer, reads)] : readOneByOne(reads);
  const reason = purpose && describePurpose(purpose);
  await changeState({ db, clock, viewer: askerOf(viewer), accountId, requestId, wake: () => {} }, async ({ audit }) => {
    for (const entry of entries) audit(reason === undefined ? entry : { ...entry, reason });
  });
}

/** One entry for all that staff were shown, on the grant that let them: the client reads a visit as one line. */
function readByStaff({ grantId }: WatchedViewer, reads: ReadLog): AuditEntry {
  return { action: "staff.read", subjectType: "SupportGrant", subjectId: grantId, fields: reads.lines() };
}

/** An entry for each thing, so that the trail of one person's data can be followed. */
function readOneByOne(reads: ReadLog): AuditEntry[] {
  return reads.entries().map(([subjectId, fields]) => {
    const subject = parseGlobalId(subjectId);
    if (!subject) throw new TypeError("What is read must be named by its global id.");
    return { action: `${subject.type.toLowerCase()}.read`, subjectType: subject.type, subjectId: subject.id, fields };
  });
}
