import type { Change } from "@studio/kit/db/change.js";
import { newId } from "@studio/kit/id.js";
import { CONTACT_INVITATION_MAIL, type ContactInvitationMailJob } from "../mail/contact-invitation-mail.job.js";
import type { ContactEventType } from "../contact/contact.events.js";
import type { IdentityServices } from "../services.js";
import { insertInvitations, markInvited, type InvitationRow } from "./invitation.repository.js";
import { issueLink } from "./issue-link.js";

/** Where to, by whom, and when. */
export interface Inviting {
  accountId: string;
  studioId: string;
  invitedBy: string;
  at: Date;
}

/** Invites contacts that the caller holds and may invite: one mail each, sent once the change is committed. */
export async function inviteContacts(
  services: Pick<IdentityServices, "keys" | "jobs">,
  { tx, audit, emit }: Change<never>,
  { accountId, studioId, invitedBy, at }: Inviting,
  contactIds: readonly string[],
): Promise<InvitationRow[]> {
  if (contactIds.length === 0) return [];
  const rows = contactIds.map((contactId) => {
    const id = newId();
    return { accountId, id, contactId, studioId, invitedBy, createdAt: at, ...issueLink(services, accountId, id, at) };
  });
  const invitations = await insertInvitations(tx, rows);
  const jobs = invitations.map(({ id }): ContactInvitationMailJob => ({ accountId, invitationId: id, issue: 1 }));
  await services.jobs.enqueueAll(tx, CONTACT_INVITATION_MAIL, jobs);
  const invited = await markInvited(tx, accountId, contactIds, at);
  const type: ContactEventType = "contact.invited";
  for (const { id, contactId } of invitations) {
    const fields = invited.has(contactId) ? ["invitations", "status"] : ["invitations"];
    audit({ action: type, subjectType: "Contact", subjectId: contactId, fields });
    emit({ type, ids: { contactId, studioId, invitationId: id } });
  }
  return invitations;
}
