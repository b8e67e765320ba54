import { checkPageSize, toPage, type ForwardPageArgs, type Page } from "@studio/kit/paging/connection.js";
import { toGlobalId } from "@studio/kit/paging/global-id.js";
import { noteWatched } from "@studio/kit/server/watched-reads.js";
import type { MediaContext } from "../context.js";
import { readSubmissionFilter } from "./submission-filter.js";
import type { SubmissionPage } from "./submission-list.js";
import type { SubmissionPosition } from "./submission-list.repository.js";
import type { SubmissionRow } from "./submission.table.js";
import { Submission } from "./submission.type.js";

/** One contact's submissions, the newest first. Whether the viewer may know the contact is decided before. */
export async function pageOfContact(
  context: MediaContext,
  contactId: string,
  args: ForwardPageArgs,
): Promise<SubmissionPage> {
  checkPageSize(args.first);
  const { accountId } = context.viewer;
  if (accountId === null) return { ...toPage<Submission>([], args, () => ""), list: null };
  const after = positionOf(context, accountId, args.after);
  const rows = await context.loaders.submissionsByContact.load({ contactId, after, limit: args.first + 1 });
  const reach = { contactId, groupIds: null };
  const list = { accountId, reach, hidesRestricted: false, condition: readSubmissionFilter(null) };
  return { ...toSubmissionPage(context, accountId, rows, args), list };
}

const LIST = "submissions";

function toSubmissionPage(
  context: MediaContext,
  accountId: string,
  rows: readonly SubmissionRow[],
  args: ForwardPageArgs,
): Page<Submission> {
  for (const { contactId } of rows.slice(0, args.first))
    noteWatched(context, toGlobalId("Contact", contactId), "submissions");
  const submissions = rows.map((row) => new Submission(row));
  const cursorOf = ({ row }: Submission) =>
    context.services.cursors.encode(accountId, LIST, [row.createdAt.getTime(), row.id]);
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
