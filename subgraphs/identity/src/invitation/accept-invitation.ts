import { changeState, type Change } from "@studio/kit/db/change.js";
import type { ContactEventType } from "../contact/contact.events.js";
import { lockContacts } from "../contact/contact.repository.js";
import { actAs, changeScope, type IdentityContext } from "../context.js";
import { openSession, type OpenedSession } from "../session/open-session.js";
import { findOpenStudio } from "../studio/published-studio.repository.js";
import { StudioUnavailable } from "../verification/verification.errors.js";
import { InvitationOver } from "./invitation.errors.js";
import type { AcceptInvitationInput } from "./invitation.input.js";
import { isOpen, statusOf } from "./invitation.policy.js";
import { findByToken, lockInvitation, updateInvitation, type InvitationRow } from "./invitation.repository.js";
import { AcceptInvitationPayload, type AcceptInvitationResult } from "./invitation.result.js";
import { readInvitationToken } from "./invitation-token.js";

const PATH = ["input", "token"];

interface Accepted extends OpenedSession {
  invitation: InvitationRow;
}

type Outcome = Accepted | InvitationOver | StudioUnavailable;

/**
 * Accepts an invitation, once: whoever holds its link reads the mails of the address that it was sent to, so the email
 * is proven and the contact signed in to the studio (P05), whatever its access.
 */
export async function acceptInvitation(
  context: IdentityContext,
  { token }: AcceptInvitationInput,
): Promise<typeof AcceptInvitationResult> {
  const link = readInvitationToken("contact", token);
  if (!link) return InvitationOver.at(PATH, null);
  const outcome = await changeState<Outcome>(changeScope(context, link.accountId), async (change) => {
    const invitation = await holdByLink(change, link);
    if (!invitation) return change.abandon(InvitationOver.at(PATH, null));
    return accept(context, change, invitation);
  });
  if (!("viewer" in outcome)) return outcome;
  const { viewer, ...accepted } = outcome;
  actAs(context, viewer);
  return Object.assign(new AcceptInvitationPayload(), accepted);
}

/** The contact is held first, as by everybody who changes an invitation; the link may have been replaced meanwhile. */
async function holdByLink(
  { tx }: Change<Outcome>,
  { accountId, tokenHash }: { accountId: string; tokenHash: Buffer },
): Promise<InvitationRow | null> {
  const found = await findByToken(tx, accountId, tokenHash);
  if (!found) return null;
  await lockContacts(tx, accountId, [found.contactId]);
  const held = await lockInvitation(tx, accountId, found.id);
  return held?.tokenHash.equals(tokenHash) ? held : null;
}

async function accept(
  { services }: IdentityContext,
  { tx, audit, emit, abandon }: Change<Outcome>,
  held: InvitationRow,
): Promise<Outcome> {
  const { accountId, id, contactId, studioId } = held;
  const now = services.clock.now();
  const status = statusOf(held, now);
  if (!isOpen(status)) return abandon(InvitationOver.at(PATH, status));
  if (!(await findOpenStudio(tx, accountId, studioId))) return abandon(StudioUnavailable.at(PATH));
  const invitation = await updateInvitation(tx, held, { acceptedAt: now, tokenSealed: null });
  const type: ContactEventType = "contact.invitation_accepted";
  audit({ action: type, subjectType: "Contact", subjectId: contactId, fields: ["invitations"] });
  emit({ type, ids: { contactId, studioId, invitationId: id } });
  const session = await openSession({ tx, audit, emit }, held, now);
  return session ? { ...session, invitation } : abandon(InvitationOver.at(PATH, "revoked"));
}
