import { readPageArgs, toPageBothWays, type PageArgs } from "@studio/kit/paging/both-ways.js";
import type { Page } from "@studio/kit/paging/connection.js";
import { accountOf, type IdentityContext } from "../context.js";
import type { InvitationRow } from "./invitation.repository.js";

const LIST = "invitations";

/**
 * A contact's invitations, the newest first. Whether the viewer may know the contact is decided before.
 * @throws BAD_USER_INPUT for a page size out of bounds, NOT_FOUND for a cursor of another list
 */
export async function listInvitations(
  context: IdentityContext,
  contactId: string,
  args: PageArgs,
): Promise<Page<InvitationRow>> {
  const accountId = accountOf(context);
  const { cursors } = context.services;
  const page = readPageArgs(args);
  const list = `${LIST}:${contactId}`;
  const keysOf = (cursor: string | null) => (cursor === null ? null : cursors.decode(accountId, list, cursor));
  const rows = await context.loaders.invitationsByContact.load({
    contactId,
    after: keysOf(page.after),
    before: keysOf(page.before),
    backward: page.backward,
    limit: page.size + 1,
  });
  return toPageBothWays(rows, page, (row) => ({
    node: row,
    cursor: cursors.encode(accountId, list, [row.createdAt.toISOString(), row.id]),
  }));
}
