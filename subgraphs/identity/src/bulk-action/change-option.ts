import type { ContactEventType } from "../contact/contact.events.js";
import type { ContactRow } from "../contact/contact.repository.js";
import { toWrite } from "../contact/contact-write.js";
import type { ContactWrite } from "../contact/contact-write.repository.js";
import { FieldNotWritable } from "../contact/contact-value.errors.js";
import { judgeValues } from "../contact/judge-values.policy.js";
import { openKnown } from "../contact/known-contact.js";
import { storeContacts } from "../contact/store-contacts.js";
import type { IdentityContext } from "../context.js";
import type { BulkRowRefusal } from "./bulk-action.values.js";
import type { FieldOptionInUse } from "./bulk-subject.js";
import type { Batch, Worked } from "./bulk-work.js";

/**
 * Gives contacts an option of a multi-select field, or takes it away, as whoever started the action may: each is decided
 * as `updateContact` decides it.
 */
export async function changeOption(batch: Batch, isAdded: boolean): Promise<Worked> {
  const { context, change, contacts, option } = batch;
  if (!option) throw new Error("This bulk action needs an option.");
  const writes: ContactWrite[] = [];
  const refused = new Map<string, BulkRowRefusal>();
  for (const contact of contacts) {
    const planned = await plan(context, contact, option, isAdded);
    if (typeof planned === "string") refused.set(contact.id, planned);
    else if (planned) writes.push(planned);
  }
  const changed = writes.map(({ id }) => id);
  if ((await storeContacts(context, change.tx, writes)) < writes.length) throw new Error("A held contact was changed.");
  const type: ContactEventType = "contact.updated";
  for (const id of changed) {
    change.audit({ action: type, subjectType: "Contact", subjectId: id, fields: [`customFields.${option.field.key}`] });
    change.emit({ type, ids: { contactId: id } });
  }
  return { changed, refused };
}

/** What is to be written; null if the contact is so already; or why it may not be. */
async function plan(
  context: IdentityContext,
  contact: ContactRow,
  { field, optionId }: FieldOptionInUse,
  isAdded: boolean,
): Promise<ContactWrite | BulkRowRefusal | null> {
  const given = { field, value: null, path: [] };
  const known = await openKnown(context, contact, { custom: [given] });
  const chosen = new Set([known.custom.get(field.id) ?? []].flat());
  if (isAdded) chosen.add(optionId);
  else chosen.delete(optionId);
  const value = chosen.size === 0 ? null : field.options.map(({ id }) => id).filter((id) => chosen.has(id));
  const { values, errors } = judgeValues(context.viewer, { custom: [{ ...given, value }] }, known);
  const [error] = errors;
  if (error) return error instanceof FieldNotWritable ? "not_writable" : "not_fitting";
  return values.custom.length === 0 ? null : toWrite(context, contact.id, contact, values);
}
