import { isShown } from "../contact-field/contact-field.policy.js";
import type { FieldValue } from "../contact-field/field-value.policy.js";
import type { IdentityContext } from "../context.js";
import { contactFacts } from "./contact.facts.js";
import type { ContactRow } from "./contact.repository.js";
import type { GivenValues } from "./given-values.policy.js";
import type { KnownContact, WritableField } from "./judge-values.policy.js";
import { openPhone, openValue } from "./sealed-value.js";

/** A stored contact with those sealed values opened that a call brings anew, to see whether they differ. */
export async function openKnown(
  context: IdentityContext,
  contact: ContactRow,
  given: Pick<GivenValues<WritableField>, "phone" | "custom">,
): Promise<KnownContact> {
  const { id, accountId, version, status, firstName, lastName, email, externalId } = contact;
  const { groupIds, restricted } = await contactFacts(contact, context);
  const sealed = given.custom.map(({ field }) => field).filter((field) => contact.sealedCustom[field.id] !== undefined);
  const needsKey = given.phone !== undefined || sealed.length > 0;
  const key = needsKey ? await context.loaders.dataKeyByContact.load(id) : null;
  const phone = key && contact.phoneSealed ? openPhone(key, accountId, id, contact.phoneSealed) : null;
  const custom = new Map(Object.entries(contact.custom) as [string, FieldValue][]);
  for (const field of sealed) {
    const value = contact.sealedCustom[field.id];
    if (key && value !== undefined) custom.set(field.id, openValue(key, accountId, id, field.id, value));
  }
  const merged = contact.mergedInto !== null;
  return { id, version, status, merged, restricted, groupIds, firstName, lastName, email, phone, externalId, custom };
}

/** The account's fields that a call may name, by key: those in use, deprecated ones included, which take nothing new. */
export async function writableFields({ loaders }: IdentityContext): Promise<Map<string, WritableField>> {
  const fields = await loaders.contactFields();
  return new Map(fields.filter(({ state }) => isShown(state)).map((field) => [field.key, field]));
}
