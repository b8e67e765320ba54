import type { StaffViewer, Viewer } from "../auth/viewer.js";
import type { Clock } from "../clock.js";
import { changeState } from "../db/change.js";
import type { Database } from "../db/database.js";
import type { ReadLog } from "./read-log.js";

/** Where the audit entry of a read is written. */
export interface ReadAudit {
  db: Database;
  clock: Clock;
}

/** Staff inside a client's account. */
export type WatchedViewer = StaffViewer & { accountId: string; grantId: string };

/** Whether all that this viewer is shown goes into the account's audit trail (P31). */
export function isWatched(viewer: Viewer): viewer is WatchedViewer {
  return viewer.kind === "staff" && viewer.accountId !== null && viewer.grantId !== null;
}

/**
 * Writes one audit entry that names what a request was shown, by id and field. Whoever calls it holds the answer back
 * until it resolves, and withholds the answer if it throws.
 */
export async function recordReads(
  { db, clock }: ReadAudit,
  { viewer, requestId, reads }: { viewer: WatchedViewer; requestId: string; reads: ReadLog },
): Promise<void> {
  const fields = reads.lines();
  if (fields.length === 0) return;
  const { accountId, grantId } = viewer;
  await changeState({ db, clock, viewer, accountId, requestId, wake: () => {} }, async ({ audit }) =>
    audit({ action: "staff.read", subjectType: "SupportGrant", subjectId: grantId, fields }),
  );
}
