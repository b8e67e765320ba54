import { createHash } from "node:crypto";
import type { MemberViewer } from "@studio/kit/auth/viewer.js";
import { readPageArgs, toPageBothWays } from "@studio/kit/paging/both-ways.js";
import type { Page } from "@studio/kit/paging/connection.js";
import type { ComplianceContext } from "../context.js";
import type { AuditEventListArgs } from "./audit-event.args.js";
import type { AuditEvent } from "./audit-event.type.js";
import { toAuditEvent } from "./audit-event.view.js";
import { readAuditFilter } from "./audit-filter.js";
import { listEntries } from "./audit.repository.js";

/**
 * A page of the account's audit trail, newest first.
 * @throws BAD_USER_INPUT for a page size or filter out of bounds; NOT_FOUND for a cursor of another account or list
 */
export async function listAuditEvents(
  { db, cursors }: ComplianceContext,
  { accountId }: MemberViewer,
  { filter, ...args }: AuditEventListArgs,
): Promise<Page<AuditEvent>> {
  const page = readPageArgs(args);
  const selection = readAuditFilter(filter);
  const list = `auditEvents:${createHash("sha256").update(JSON.stringify(selection)).digest("base64url")}`;
  const positionOf = (cursor: string | null) =>
    cursor === null ? null : Number(cursors.decode(accountId, list, cursor)[0]);
  const between = { olderThan: positionOf(page.after), newerThan: positionOf(page.before) };
  const plan = { accountId, selection, ...between, oldestFirst: page.backward, limit: page.size + 1 };
  const rows = await db.inAccount(accountId, (tx) => listEntries(tx, plan));
  return toPageBothWays(rows, page, (row) => ({
    node: toAuditEvent(row),
    cursor: cursors.encode(accountId, list, [row.position]),
  }));
}
