import type { MemberViewer } from "@studio/kit/auth/viewer.js";
import { checkPageSize, toPage, type ForwardPageArgs, type Page } from "@studio/kit/paging/connection.js";
import type { ComplianceContext } from "../context.js";
import type { AuditEvent } from "./audit-event.type.js";
import { toAuditEvent } from "./audit-event.view.js";
import { listNewest } from "./audit.repository.js";

const LIST = "auditEvents";

/**
 * A page of the account's audit trail, newest first.
 * @throws BAD_USER_INPUT for a page size out of bounds; NOT_FOUND for a cursor of another account or list
 */
export async function listAuditEvents(
  { db, cursors }: ComplianceContext,
  { accountId }: MemberViewer,
  args: ForwardPageArgs,
): Promise<Page<AuditEvent>> {
  checkPageSize(args.first);
  const [before] = args.after ? cursors.decode(accountId, LIST, args.after) : [];
  const range = { before: typeof before === "number" ? before : null, limit: args.first + 1 };
  const rows = await db.inAccount(accountId, (tx) => listNewest(tx, accountId, range));
  return toPage(rows.map(toAuditEvent), args, (event) => cursors.encode(accountId, LIST, [event.position]));
}
