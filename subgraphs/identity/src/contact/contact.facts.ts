import { audienceOf, type ContactFacts } from "../access/audience.js";
import type { IdentityContext } from "../context.js";
import type { ContactRow } from "./contact.repository.js";

/** What decides about access to a contact. Groups are read only for a coordinator, whose world they are. */
export async function contactFacts(contact: ContactRow, context: IdentityContext): Promise<ContactFacts> {
  const { viewer, loaders } = context;
  const isCoordinator = viewer.kind === "member" && viewer.role === "coordinator";
  const groupIds = isCoordinator ? await loaders.groupIdsByContact.load(contact.id) : [];
  return { contactId: contact.id, groupIds, restricted: contact.restrictedAt !== null };
}

/** The contact with this id if it exists for the viewer; null for another account's, person's or group's. */
export async function findVisibleContact(id: string, context: IdentityContext): Promise<ContactRow | null> {
  if (context.viewer.kind === "anonymous" || context.viewer.accountId === null) return null;
  const contact = await context.loaders.contactById.load(id);
  if (!contact) return null;
  return audienceOf(context.viewer, await contactFacts(contact, context)) === null ? null : contact;
}
