import { parseGlobalId } from "@studio/kit/paging/global-id.js";
import type { IdentityContext } from "../context.js";
import type { ContactFieldRow } from "./contact-field.repository.js";

/** One of the account's own definitions, or null. */
export async function contactFieldReference(
  { id }: { id: string },
  context: IdentityContext,
): Promise<ContactFieldRow | null> {
  const parsed = parseGlobalId(id);
  if (parsed?.type !== "ContactField" || context.viewer.accountId === null) return null;
  const fields = await context.loaders.contactFields();
  return fields.find((field) => field.id === parsed.id) ?? null;
}
