import type { Page } from "@studio/kit/paging/connection.js";
import type { IdentityContext } from "../context.js";
import { pageByCreation } from "../created-order.js";
import { pageMembers } from "./manage-member.repository.js";
import type { MemberStatus } from "./member-status.js";
import type { MembersArgs } from "./member.input.js";
import type { MemberRow } from "./member.repository.js";

const PRESENT: readonly MemberStatus[] = ["invited", "active", "suspended"];

/** The account's members of some statuses, oldest first. */
export function listMembers(context: IdentityContext, { statuses, ...args }: MembersArgs): Promise<Page<MemberRow>> {
  return pageByCreation(context, "members", args, (accountId, page) =>
    context.services.db.inAccount(accountId, (tx) =>
      pageMembers(tx, accountId, { ...page, statuses: statuses ?? PRESENT }),
    ),
  );
}
