import { checkPageSize, toPage, type ForwardPageArgs, type Page } from "@studio/kit/paging/connection.js";
import { toGlobalId } from "@studio/kit/paging/global-id.js";
import { reachOf } from "../access/reach.js";
import type { MediaContext } from "../context.js";
import { listSubmissions, type SubmissionPosition } from "./submission-list.repository.js";
import type { SubmissionRow } from "./submission.table.js";
import { Submission } from "./submission.type.js";

/** The submissions within the viewer's reach, the newest first. */
export async function pageOfSubmissions(context: MediaContext, args: ForwardPageArgs): Promise<Page<Submission>> {
  checkPageSize(args.first);
  const { accountId } = context.viewer;
  const reach = reachOf(context.viewer);
  if (accountId === null || reach === null) return toPage<Submission>([], args, () => "");
  const after = positionOf(context, accountId, args.after);
  const rows = await context.services.db.inAccount(accountId, (tx) =>
    listSubmissions(tx, accountId, reach, { after, limit: args.first + 1 }),
  );
  return toSubmissionPage(context, accountId, rows, args);
}

/** One contact's submissions, the newest first. Whether the viewer may know the contact is decided before. */
export async function pageOfContact(
  context: MediaContext,
  contactId: string,
  args: ForwardPageArgs,
): Promise<Page<Submission>> {
  checkPageSize(args.first);
  const { accountId } = context.viewer;
  if (accountId === null) return toPage<Submission>([], args, () => "");
  const after = positionOf(context, accountId, args.after);
  const rows = await context.loaders.submissionsByContact.load({ contactId, after, limit: args.first + 1 });
  return toSubmissionPage(context, accountId, rows, args);
}

const LIST = "submissions";

function toSubmissionPage(
  { services, reads }: MediaContext,
  accountId: string,
  rows: readonly SubmissionRow[],
  args: ForwardPageArgs,
): Page<Submission> {
  for (const { contactId } of rows.slice(0, args.first)) reads?.note(toGlobalId("Contact", contactId), "submissions");
  const submissions = rows.map((row) => new Submission(row));
  const cursorOf = ({ row }: Submission) => services.cursors.encode(accountId, LIST, [row.createdAt.getTime(), row.id]);
  return toPage(submissions, args, cursorOf);
}

function positionOf(
  { services }: MediaContext,
  accountId: string,
  cursor: string | null | undefined,
): SubmissionPosition | null {
  if (cursor == null) return null;
  const [createdAt, id] = services.cursors.decode(accountId, LIST, cursor);
  return { createdAt: new Date(Number(createdAt)), id: String(id) };
}
