import type { ContactStatus } from "./contact-status.js";

/** What a merge took from the duplicate, so that undoing gives back that and no more. */
export interface MergeReceipt {
  /** What the duplicate was before. */
  was: { status: ContactStatus; archivedFrom: ContactStatus | null };
  /** Names of what the survivor lacked and got. */
  fields: MergedField[];
  /** The external id that the survivor got, sealed under the duplicate's key: nobody keeps it but the survivor. */
  externalId?: string;
  /** Ids of the custom fields that the survivor lacked and got. */
  customFieldIds: string[];
  /** The groups that the survivor was not in before. */
  groupIds: string[];
  /** The contacts whose data keys are held for the survivor since: the duplicate, and whoever was merged into it. */
  keyIds: string[];
  /** What media and compliance moved, as they wrote it down. */
  media: unknown;
  compliance: unknown;
}

export type MergedField = "phone" | "externalId";

/** What decides which gaps there are. */
export interface MergingContact {
  phoneSealed: Uint8Array | null;
  externalId: string | null;
  custom: Readonly<Record<string, unknown>>;
  sealedCustom: Readonly<Record<string, string>>;
}

/**
 * What the survivor gets: their own values win, and gaps are filled from the duplicate. Everybody has a name and an
 * email, so those are the survivor's, and with the email its proof: the status stays too.
 * @param fieldIds the account's custom fields: a value of one that is deleted is not handed on
 */
export function fillGaps(
  survivor: MergingContact,
  duplicate: MergingContact,
  fieldIds: ReadonlySet<string>,
): Pick<MergeReceipt, "fields" | "customFieldIds"> {
  const fields: MergedField[] = [];
  if (survivor.phoneSealed === null && duplicate.phoneSealed !== null) fields.push("phone");
  if (survivor.externalId === null && duplicate.externalId !== null) fields.push("externalId");
  const has = new Set([...Object.keys(survivor.custom), ...Object.keys(survivor.sealedCustom)]);
  const offered = [...Object.keys(duplicate.custom), ...Object.keys(duplicate.sealedCustom)];
  return { fields, customFieldIds: offered.filter((id) => fieldIds.has(id) && !has.has(id)) };
}
