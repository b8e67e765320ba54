import { changeState, type Change } from "@studio/kit/db/change.js";
import { newId } from "@studio/kit/id.js";
import { findPhoto } from "../photo/photo.repository.js";
import { findSubmissionOfShot } from "../submission/submission.repository.js";
import { deleteLostParts, failLostPhoto, forgetLostDerivative } from "./lost-row.repository.js";
import { RECONCILE_STORAGE } from "./reconcile-storage.job.js";
import type { ReconcilingServices } from "./reconcile-storage.js";
import type { StoredRow } from "./stored-row.repository.js";

/**
 * Repairs a row whose object is gone. A photo without its original or its edited version has failed, and everybody
 * who waits for it is told; another derivative is made again when it is asked for; an upload goes on from before it.
 */
export async function markLost(services: ReconcilingServices, accountId: string, row: StoredRow): Promise<void> {
  const { db, clock, wake } = services;
  const viewer = { kind: "system", part: RECONCILE_STORAGE } as const;
  const scope = { db, clock, wake, viewer, accountId, requestId: newId() };
  await changeState<void>(scope, async (change) => {
    if (!(await repair(change, accountId, row, clock.now()))) return change.abandon();
    const reason = `${row.kind}_lost`;
    change.audit({ action: "photo.object_lost", subjectType: "Photo", subjectId: row.photoId, reason });
  });
}

async function repair(change: Change<void>, accountId: string, row: StoredRow, at: Date): Promise<boolean> {
  switch (row.kind) {
    case "part":
      return deleteLostParts(change.tx, accountId, row);
    case "derivative": {
      const wasEdited = await forgetLostDerivative(change.tx, accountId, row);
      return wasEdited ? fail(change, accountId, row, at) : wasEdited !== null;
    }
    case "original":
      return fail(change, accountId, row, at);
    default:
      return row.kind satisfies never;
  }
}

async function fail(change: Change<void>, accountId: string, row: StoredRow, at: Date): Promise<boolean> {
  const { photoId } = row;
  const photo = await findPhoto(change.tx, accountId, photoId);
  if (!photo || !(await failLostPhoto(change.tx, accountId, row, at))) return false;
  const { contactId, studioId } = photo;
  const submission = await findSubmissionOfShot(change.tx, accountId, photoId);
  const ids = { photoId, contactId, studioId, ...(submission && { submissionId: submission.id }) };
  change.emit({ type: "photo.failed", ids });
  return true;
}
