import { parseGlobalId } from "@studio/kit/paging/global-id.js";
import { mayKnow } from "../access/reach.js";
import type { MediaContext } from "../context.js";
import { Contact } from "./contact.stub.js";

/** The contact of a global id, or null where there is none within the viewer's reach. */
export async function resolveContact({ id }: { id: string }, context: MediaContext): Promise<Contact | null> {
  const parsed = parseGlobalId(id);
  const contact = parsed?.type === "Contact" ? await context.loaders.publishedContact.load(parsed.id) : null;
  return mayKnow(context.viewer, contact) ? new Contact(contact.contactId) : null;
}
