import type { Page } from "@studio/kit/paging/connection.js";
import type { IdentityContext } from "../context.js";
import { pageByCreation } from "../created-order.js";
import type { GroupsArgs } from "./group.input.js";
import { pageGroups, type GroupRow } from "./manage-group.repository.js";

/** The groups that the viewer may know of, oldest first. */
export function listGroups(context: IdentityContext, args: GroupsArgs): Promise<Page<GroupRow>> {
  const { viewer, services } = context;
  const ids = viewer.kind === "member" && viewer.role === "coordinator" ? viewer.groupIds : null;
  return pageByCreation(context, "groups", args, (accountId, page) =>
    services.db.inAccount(accountId, (tx) => pageGroups(tx, accountId, { ...page, ids, withArchived: args.archived })),
  );
}
