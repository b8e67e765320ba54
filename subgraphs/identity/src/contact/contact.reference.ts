import { parseGlobalId } from "@studio/kit/paging/global-id.js";
import type { IdentityContext } from "../context.js";
import { findVisibleContact } from "./contact.facts.js";
import type { ContactRow } from "./contact.repository.js";

/** A contact as another subgraph names it. One that the viewer may not see does not exist. */
export async function contactReference({ id }: { id: string }, context: IdentityContext): Promise<ContactRow | null> {
  const parsed = parseGlobalId(id);
  return parsed?.type === "Contact" ? findVisibleContact(parsed.id, context) : null;
}
