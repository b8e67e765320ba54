import { changeState } from "@studio/kit/db/change.js";
import type { SystemActor } from "@studio/kit/auth/viewer.js";
import type { Locale } from "../account/account.policy.js";
import type { ContactEventType } from "../contact/contact.events.js";
import type { IdentityServices } from "../services.js";
import { findStudioName } from "../studio/published-studio.repository.js";
import { isOpen, statusOf } from "./invitation.policy.js";
import { findByToken, findWithAccount, markOpened, type InvitationRow } from "./invitation.repository.js";
import { readInvitationToken } from "./invitation-token.js";

/** What whoever follows a link is shown. */
export interface OpenedInvitation {
  accountName: string;
  studioName: string;
  locale: Locale;
  expiresAt: Date;
}

/** Whoever looks has shown a link, and nothing that says who they are. */
const LOOKER: SystemActor = { kind: "system", part: "invitation-link" };

/**
 * The offer behind a link; null once it is accepted, withdrawn, sent anew or has expired. Looking uses nothing up, since
 * mail scanners look too; the first look is noted.
 */
export async function openInvitation(
  services: IdentityServices,
  token: string,
  requestId: string,
): Promise<OpenedInvitation | null> {
  const link = readInvitationToken("contact", token);
  if (!link) return null;
  const { accountId, tokenHash } = link;
  const found = await services.db.inAccount(accountId, async (tx) => {
    const invitation = await findByToken(tx, accountId, tokenHash);
    if (!invitation || !isOpen(statusOf(invitation, services.clock.now()))) return null;
    const [place, studioName] = await Promise.all([
      findWithAccount(tx, accountId, invitation.id),
      findStudioName(tx, accountId, invitation.studioId),
    ]);
    return place && studioName !== null ? { ...place, invitation, studioName } : null;
  });
  if (!found) return null;
  if (found.invitation.openedAt === null) await noteOpening(services, found.invitation, requestId);
  const { accountName, studioName, locale, invitation } = found;
  return { accountName, studioName, locale, expiresAt: invitation.expiresAt };
}

/** Of two who look at once, one is the first. */
async function noteOpening(
  { db, clock, wake }: IdentityServices,
  { accountId, id, contactId, studioId }: InvitationRow,
  requestId: string,
): Promise<void> {
  const scope = { db, clock, wake, accountId, requestId, viewer: LOOKER };
  await changeState<void>(scope, async ({ tx, audit, emit, abandon }) => {
    if (!(await markOpened(tx, accountId, id, clock.now()))) return abandon();
    const type: ContactEventType = "contact.invitation_opened";
    audit({ action: type, subjectType: "Contact", subjectId: contactId, fields: ["invitations"] });
    emit({ type, ids: { contactId, studioId, invitationId: id } });
  });
}
