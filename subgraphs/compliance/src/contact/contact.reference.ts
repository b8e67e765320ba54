import { audienceOf } from "@studio/identity/access/audience.js";
import { parseGlobalId } from "@studio/kit/paging/global-id.js";
import type { ComplianceContext } from "../context.js";
import { Contact } from "./contact.stub.js";

/** The contact of a global id, or null where there is none within the viewer's reach. */
export async function resolveContact({ id }: { id: string }, context: ComplianceContext): Promise<Contact | null> {
  const parsed = parseGlobalId(id);
  if (parsed?.type !== "Contact" || context.viewer.kind === "anonymous") return null;
  const known = await context.loaders.contactById.load(parsed.id);
  if (known === null || audienceOf(context.viewer, known.facts) === null) return null;
  return new Contact(known);
}
