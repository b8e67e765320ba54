import { isDeepStrictEqual } from "node:util";
import type { IdentityContext } from "../context.js";
import type { ContactRow } from "./contact.repository.js";
import type { MergeReceipt } from "./merge.policy.js";
import type { MergeValues } from "./merge.repository.js";
import { openPhone, openValue, sealPhone, sealValue } from "./sealed-value.js";

type Gaps = Pick<MergeReceipt, "fields" | "customFieldIds">;

const EXTERNAL_ID = "externalId";

/** What a receipt keeps of the duplicate's external id, which becomes the survivor's. */
export async function keepExternalId(
  { loaders }: IdentityContext,
  { accountId, id, externalId }: ContactRow,
  { fields }: Gaps,
): Promise<Pick<MergeReceipt, "externalId">> {
  if (!fields.includes("externalId")) return {};
  return { externalId: sealValue(await keyOf(loaders, id), accountId, id, EXTERNAL_ID, externalId!) };
}

/** The external id that the duplicate had when they were merged. A receipt from before it was kept knows the survivor's. */
export async function externalIdBefore(
  { loaders }: IdentityContext,
  survivor: ContactRow,
  { accountId, id, ...duplicate }: ContactRow,
  { fields, externalId }: MergeReceipt,
): Promise<string | null> {
  if (!fields.includes("externalId")) return duplicate.externalId;
  if (externalId === undefined) return survivor.externalId;
  return String(openValue(await keyOf(loaders, id), accountId, id, EXTERNAL_ID, externalId));
}

/** The survivor's values with the gaps filled: what is confidential is sealed anew under the survivor's own key. */
export async function fillFrom(
  context: IdentityContext,
  survivor: ContactRow,
  duplicate: ContactRow,
  { fields, customFieldIds }: Gaps,
): Promise<MergeValues> {
  const { accountId, id } = survivor;
  const keys = await keysOf(context, survivor, duplicate);
  const custom = { ...survivor.custom };
  const sealedCustom = { ...survivor.sealedCustom };
  for (const fieldId of customFieldIds) {
    const sealed = duplicate.sealedCustom[fieldId];
    if (sealed === undefined) custom[fieldId] = duplicate.custom[fieldId];
    else
      sealedCustom[fieldId] = sealValue(
        keys.own,
        accountId,
        id,
        fieldId,
        openCustom(keys.other, duplicate, fieldId, sealed),
      );
  }
  return {
    custom,
    sealedCustom,
    ...(fields.includes("externalId") && { externalId: duplicate.externalId }),
    ...(fields.includes("phone") && {
      phoneSealed: sealPhone(keys.own, accountId, id, phoneOf(keys.other, duplicate)),
    }),
  };
}

/** The survivor's values without what a merge brought, but for what was changed since. */
export async function takeOut(
  context: IdentityContext,
  survivor: ContactRow,
  duplicate: ContactRow,
  { fields, customFieldIds }: Gaps,
): Promise<MergeValues> {
  const keys = await keysOf(context, survivor, duplicate);
  const valueOf = (key: Buffer, contact: ContactRow, fieldId: string) => {
    const sealed = contact.sealedCustom[fieldId];
    return sealed === undefined ? contact.custom[fieldId] : openCustom(key, contact, fieldId, sealed);
  };
  const custom = { ...survivor.custom };
  const sealedCustom = { ...survivor.sealedCustom };
  for (const fieldId of customFieldIds) {
    const isKept = isDeepStrictEqual(valueOf(keys.own, survivor, fieldId), valueOf(keys.other, duplicate, fieldId));
    if (!isKept) continue;
    delete custom[fieldId];
    delete sealedCustom[fieldId];
  }
  const bringsPhone = fields.includes("phone") && survivor.phoneSealed !== null && duplicate.phoneSealed !== null;
  const hasTheirPhone = bringsPhone && phoneOf(keys.own, survivor) === phoneOf(keys.other, duplicate);
  return {
    custom,
    sealedCustom,
    ...(hasTheirPhone && { phoneSealed: null }),
  };
}

async function keysOf({ loaders }: IdentityContext, survivor: ContactRow, duplicate: ContactRow) {
  const [own, other] = await Promise.all([keyOf(loaders, survivor.id), keyOf(loaders, duplicate.id)]);
  return { own, other };
}

async function keyOf(loaders: IdentityContext["loaders"], contactId: string): Promise<Buffer> {
  const key = await loaders.dataKeyByContact.load(contactId);
  if (!key) throw new Error("A contact that is not erased has a data key.");
  return key;
}

function openCustom(key: Buffer, { accountId, id }: ContactRow, fieldId: string, sealed: string) {
  return openValue(key, accountId, id, fieldId, sealed);
}

function phoneOf(key: Buffer, { accountId, id, phoneSealed }: ContactRow): string {
  if (phoneSealed === null) throw new Error("There is no phone number to open.");
  return openPhone(key, accountId, id, phoneSealed);
}
