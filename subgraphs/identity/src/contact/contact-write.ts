import { isSealed } from "../contact-field/contact-field.policy.js";
import { accountOf, type IdentityContext } from "../context.js";
import type { ContactRow } from "./contact.repository.js";
import type { ContactWrite } from "./contact-write.repository.js";
import type { NewValues } from "./judge-values.policy.js";
import { dataKeyContext, sealPhone, sealValue } from "./sealed-value.js";

/** The row that a creation or update writes: what is confidential sealed under the contact's data key. */
export async function toWrite(
  context: IdentityContext,
  contactId: string,
  stored: ContactRow | null,
  values: NewValues,
): Promise<ContactWrite> {
  const accountId = accountOf(context);
  const { key, wrapped } = await keyFor(context, accountId, contactId, stored, values);
  const sealWith = (): Buffer => {
    if (!key) throw new Error("A contact without a data key takes no confidential value.");
    return key;
  };
  return {
    id: contactId,
    version: stored?.version ?? null,
    external_id: values.externalId === undefined ? (stored?.externalId ?? null) : values.externalId,
    first_name: values.firstName ?? stored?.firstName ?? "",
    last_name: values.lastName ?? stored?.lastName ?? "",
    email: values.email?.address ?? stored?.email ?? null,
    email_key: values.email?.key ?? stored?.emailKey ?? null,
    readdressed: values.email !== undefined && values.email.key !== stored?.emailKey,
    phone_sealed: sealedPhone(values, stored, (phone) => sealPhone(sealWith(), accountId, contactId, phone)),
    ...mergeCustom(values, stored, (fieldId, value) => sealValue(sealWith(), accountId, contactId, fieldId, value)),
    wrapped_key: wrapped?.toString("base64") ?? null,
  };
}

async function keyFor(
  { services, loaders }: IdentityContext,
  accountId: string,
  contactId: string,
  stored: ContactRow | null,
  values: NewValues,
): Promise<{ key: Buffer | null; wrapped: Buffer | null }> {
  if (!stored) return services.keys.dataKeys.newDataKey(dataKeyContext(accountId, contactId));
  const seals = typeof values.phone === "string" || values.custom.some(({ field }) => isSealed(field.sensitivity));
  return { key: seals ? await loaders.dataKeyByContact.load(contactId) : null, wrapped: null };
}

function sealedPhone(
  { phone }: NewValues,
  stored: ContactRow | null,
  sealIt: (phone: string) => Buffer,
): string | null {
  if (phone === undefined) return stored?.phoneSealed?.toString("base64") ?? null;
  return phone === null ? null : sealIt(phone).toString("base64");
}

function mergeCustom(
  values: NewValues,
  stored: ContactRow | null,
  sealIt: (fieldId: string, value: NonNullable<NewValues["custom"][number]["value"]>) => string,
): Pick<ContactWrite, "custom" | "sealed_custom"> {
  const custom = new Map(Object.entries(stored?.custom ?? {}));
  const sealed = new Map(Object.entries(stored?.sealedCustom ?? {}));
  for (const { field, value } of values.custom) {
    custom.delete(field.id);
    sealed.delete(field.id);
    if (value === null) continue;
    if (isSealed(field.sensitivity)) sealed.set(field.id, sealIt(field.id, value));
    else custom.set(field.id, value);
  }
  return { custom: Object.fromEntries(custom), sealed_custom: Object.fromEntries(sealed) };
}
