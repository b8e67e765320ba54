import type { Tx } from "@studio/kit/db/database.js";
import { notFound } from "@studio/kit/error/codes.js";
import { audienceOf } from "../access/audience.js";
import { accountOf, type IdentityContext } from "../context.js";
import { VersionConflict } from "../version-conflict.error.js";
import { stateError, type ContactStateConflict, type ProcessingRestricted } from "./contact-state.errors.js";
import type { StateRefusal } from "./contact-state.policy.js";
import { contactFacts } from "./contact.facts.js";
import { lockContacts, type ContactRow } from "./contact.repository.js";

/** Which contact is wanted, and as which version. */
export interface WantedContact {
  id: string;
  version?: number | null | undefined;
  /** The input's field that names it. */
  path?: string;
}

export type HeldContact =
  | { contact: ContactRow }
  | { refused: VersionConflict | ContactStateConflict | ProcessingRestricted };

/**
 * Takes hold of a contact until the transaction ends, if its version and its state allow what is asked.
 * @throws NOT_FOUND if the contact is out of the viewer's reach
 */
export async function holdContact(
  context: IdentityContext,
  tx: Tx,
  { id, version, path = "id" }: WantedContact,
  refuse: (contact: ContactRow) => StateRefusal | null,
): Promise<HeldContact> {
  const [contact] = await lockContacts(tx, accountOf(context), [id]);
  if (!contact || audienceOf(context.viewer, await contactFacts(contact, context)) === null) throw notFound("contact");
  // Of a contact under restriction no version is told, so none is compared either.
  if (version != null && version !== contact.version && contact.restrictedAt === null)
    return { refused: VersionConflict.at(["input", "version"], contact.version) };
  const refusal = refuse(contact);
  return refusal === null ? { contact } : { refused: stateError(["input", path], contact.status, refusal) };
}
