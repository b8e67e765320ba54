import type { SQL } from "drizzle-orm";
import { parseGlobalId } from "@studio/kit/paging/global-id.js";
import { openFieldUses, readSelection, selectContacts } from "../contact-list/selection.js";
import { InvalidValue } from "../contact/contact-value.errors.js";
import type { IdentityContext } from "../context.js";
import { usedView } from "../saved-view/used-view.js";
import { BulkTargetTooLarge } from "./bulk-action.errors.js";
import type { ContactTarget, MatchingContacts } from "./bulk-action.input.js";
import { MAX_CONTACT_IDS } from "./bulk-action.policy.js";

/** Which contacts are meant: by their ids, or by a condition over `identity.contact`. */
export type Target = { contactIds: string[] } | { where: SQL };

const PATH = ["input", "target"];

/**
 * Reads a target as the viewer, who is refused a condition on a field that they may not read.
 * @throws ListRefused (BAD_USER_INPUT, FORBIDDEN) naming the argument; NOT_FOUND for another account's view
 */
export async function readTarget(
  context: IdentityContext,
  { contactIds, matching }: ContactTarget,
): Promise<Target | InvalidValue | BulkTargetTooLarge> {
  if (contactIds && !matching) return readIds(contactIds);
  // A blank search is no search: by itself it would mean everybody.
  const names = matching && [matching.filter, matching.search?.trim() || null, matching.view].some(isGiven);
  if (contactIds || !matching || !names) return InvalidValue.at(PATH, "exactly one way to name contacts");
  return readMatching(context, matching);
}

const isGiven = (part: object | string | null | undefined) => part != null;

function readIds(globalIds: readonly string[]): Target | InvalidValue | BulkTargetTooLarge {
  if (globalIds.length > MAX_CONTACT_IDS) return BulkTargetTooLarge.now();
  const contactIds: string[] = [];
  for (const [index, globalId] of globalIds.entries()) {
    const parsed = parseGlobalId(globalId);
    if (parsed?.type !== "Contact") return InvalidValue.at([...PATH, "contactIds", String(index)], "a contact's id");
    contactIds.push(parsed.id);
  }
  return { contactIds };
}

async function readMatching(context: IdentityContext, { filter, search, view }: MatchingContacts): Promise<Target> {
  const path = [...PATH, "matching"];
  const used = view == null ? null : await usedView(context, view);
  const uses = await openFieldUses(context);
  const parts = [{ selection: { filter, search: search ?? used?.search }, path }];
  if (used) parts.push({ selection: { filter: used.filter, search: null }, path: [...path, "view"] });
  const selection = readSelection(context, uses, parts);
  const { where } = await selectContacts(context, selection, uses);
  return { where };
}
