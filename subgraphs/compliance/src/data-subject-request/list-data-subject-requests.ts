import { createHash } from "node:crypto";
import { readPageArgs, toPageBothWays, type PageArgs } from "@studio/kit/paging/both-ways.js";
import type { Page } from "@studio/kit/paging/connection.js";
import type { ComplianceContext } from "../context.js";
import type { DataSubjectRequestListArgs } from "./data-subject-request.input.js";
import { listRequests, type RequestList } from "./data-subject-request-list.repository.js";
import { DataSubjectRequest } from "./data-subject-request.type.js";
import { mayReadRestricted } from "./request-access.js";

/**
 * The account's requests, the one due first at the head. Those of contacts under restriction are left out unless the
 * viewer may read them: their order and number would tell of them.
 * @throws BAD_USER_INPUT for a page size out of bounds; NOT_FOUND for a cursor of another list
 */
export function listDataSubjectRequests(
  context: ComplianceContext,
  accountId: string,
  { filter, ...page }: DataSubjectRequestListArgs,
): Promise<Page<DataSubjectRequest>> {
  const hidesRestricted = !mayReadRestricted(context);
  return pageOf(context, { accountId, contactId: null, filter: filter ?? {}, hidesRestricted }, page);
}

/** One contact's requests, the newest first. Whether the viewer may read them is decided before. */
export function listRequestsOfContact(
  context: ComplianceContext,
  accountId: string,
  contactId: string,
  page: PageArgs,
): Promise<Page<DataSubjectRequest>> {
  return pageOf(context, { accountId, contactId, filter: {}, hidesRestricted: false }, page);
}

async function pageOf(
  { db, cursors }: ComplianceContext,
  list: RequestList,
  args: PageArgs,
): Promise<Page<DataSubjectRequest>> {
  const page = readPageArgs(args);
  const { accountId, ...shape } = list;
  const name = `data-subject-requests:${createHash("sha256").update(JSON.stringify(shape)).digest("base64url")}`;
  const read = (cursor: string | null) => (cursor === null ? null : cursors.decode(accountId, name, cursor));
  const plan = { ...list, page, after: read(page.after), before: read(page.before) };
  const rows = await db.inAccount(accountId, (tx) => listRequests(tx, plan));
  return toPageBothWays(rows, page, ({ row, keys }) => ({
    node: new DataSubjectRequest(row),
    cursor: cursors.encode(accountId, name, keys),
  }));
}
