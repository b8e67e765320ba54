import type { ContactViewer } from "@studio/kit/auth/viewer.js";
import type { Tx } from "@studio/kit/db/database.js";
import { forbidden, notFound } from "@studio/kit/error/codes.js";
import { findPublishedContacts } from "../published/published-contact.js";
import { lockSubmissionOfShot, lockSubmissions } from "./submission.repository.js";
import type { SubmissionRow } from "./submission.table.js";

/**
 * The contact's own submission that a photo is a shot of, locked until the transaction ends.
 * @throws NOT_FOUND if there is none, FORBIDDEN to use `field` while processing of their data is restricted
 */
export async function lockOwnSubmissionOfShot(
  tx: Tx,
  viewer: ContactViewer,
  photoId: string,
  field: string,
): Promise<SubmissionRow> {
  const submission = await lockSubmissionOfShot(tx, viewer.accountId, photoId);
  if (submission?.contactId !== viewer.contactId) throw notFound("photo");
  await refuseRestricted(tx, viewer, field);
  return submission;
}

/** The contact's own submission, locked until the transaction ends. @throws as `lockOwnSubmissionOfShot` */
export async function lockOwnSubmission(
  tx: Tx,
  viewer: ContactViewer,
  id: string,
  field: string,
): Promise<SubmissionRow> {
  const [submission] = await lockSubmissions(tx, viewer.accountId, [id]);
  if (submission?.contactId !== viewer.contactId) throw notFound("submission");
  await refuseRestricted(tx, viewer, field);
  return submission;
}

/** Under a restriction (GDPR art. 18) the person's data is kept, and nothing more is done with it. */
async function refuseRestricted(tx: Tx, { accountId, contactId }: ContactViewer, field: string): Promise<void> {
  const [contact] = await findPublishedContacts(tx, accountId, [contactId]);
  if (contact?.restricted !== false) throw forbidden(field, "processing of your data is restricted");
}
