/** Why somebody looks at what stays closed without a reason: grounds of GDPR art. 6, 12 to 22, 18 (2) and 33. */
export const PURPOSES = [
  "rights_request",
  "consent",
  "vital_interests",
  "legal_obligation",
  "legal_claim",
  "incident",
  "other",
] as const;

export type Purpose = (typeof PURPOSES)[number];

/** A purpose as a caller stated it for one request. `note` is what they added, a case number for example. */
export interface StatedPurpose {
  purpose: Purpose;
  note: string | null;
}

/** The purpose as the audit trail keeps it: `RIGHTS_REQUEST: case 7`. */
export function describePurpose({ purpose, note }: StatedPurpose): string {
  return note === null ? purpose.toUpperCase() : `${purpose.toUpperCase()}: ${note}`;
}
