import { parseGlobalId } from "@studio/kit/paging/global-id.js";
import { toDecision } from "../access/contact-rules.js";
import { CONTACT_FIELD_ROWS } from "../access/access-table.js";
import { contactFacts } from "../contact/contact.facts.js";
import type { IdentityContext } from "../context.js";
import type { InvitationRow } from "./invitation.repository.js";

/** An invitation of the viewer's account, or null: also where they may not read the invitations of its contact. */
export async function invitationReference(
  { id }: { id: string },
  context: IdentityContext,
): Promise<InvitationRow | null> {
  const { viewer, loaders } = context;
  const parsed = parseGlobalId(id);
  if (parsed?.type !== "Invitation" || viewer.kind === "anonymous" || viewer.accountId === null) return null;
  const invitation = await loaders.invitationById.load(parsed.id);
  const contact = invitation && (await loaders.contactById.load(invitation.contactId));
  if (!contact) return null;
  const facts = await contactFacts(contact, context);
  const decision = toDecision(context, CONTACT_FIELD_ROWS["invitations"], "Contact.invitations", facts);
  return decision === true ? invitation : null;
}
