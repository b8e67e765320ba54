/** What a merge took from the duplicate, so that undoing gives back that and no more. */
export interface MergeReceipt {
  /** Names of what the survivor lacked and got: `phone`, `externalId`. */
  fields: MergedField[];
  /** Ids of the custom fields that the survivor lacked and got. */
  customFieldIds: string[];
  /** The groups that the survivor was not in before. */
  groupIds: string[];
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
 */
export function fillGaps(
  survivor: MergingContact,
  duplicate: MergingContact,
): Pick<MergeReceipt, "fields" | "customFieldIds"> {
  const fields: MergedField[] = [];
  if (survivor.phoneSealed === null && duplicate.phoneSealed !== null) fields.push("phone");
  if (survivor.externalId === null && duplicate.externalId !== null) fields.push("externalId");
  const has = new Set([...Object.keys(survivor.custom), ...Object.keys(survivor.sealedCustom)]);
  const offered = [...Object.keys(duplicate.custom), ...Object.keys(duplicate.sealedCustom)];
  return { fields, customFieldIds: offered.filter((id) => !has.has(id)) };
}
