import type { AccessRow, Audience } from "./access-table.js";
import type { AccessFacts } from "./decide-field-access.js";

/** What a restriction of processing (GDPR art. 18) makes of a row: nothing, open for a purpose only, or closed. */
export type Restriction = { kind: "untouched" } | { kind: "by_purpose" } | { kind: "closed"; reason: string };

/** Said wherever a purpose is what is missing. */
export const NEEDS_PURPOSE = "it needs a stated purpose: send one in the header Studio-Purpose";

const UNTOUCHED: Restriction = { kind: "untouched" };

/**
 * It only takes away: where it leaves a row open, the table decides as ever. Most see the id and the flag alone, that is
 * whether processing is restricted and since when; owner and privacy officer say why they look.
 */
export function underRestriction(audience: Audience, row: AccessRow, facts: AccessFacts): Restriction {
  if (!facts.restricted) return UNTOUCHED;
  const reason = "processing of this contact is restricted";
  switch (audience) {
    case "self":
      return UNTOUCHED;
    case "owner":
    case "privacy_officer":
      if (row === "idAndFlag") return UNTOUCHED;
      if (facts.purpose !== undefined) return { kind: "by_purpose" };
      return { kind: "closed", reason: `${reason}; ${NEEDS_PURPOSE}` };
    case "coordinator":
    case "admin":
    case "integration":
    case "hr_sync":
      return row === "idAndFlag" ? UNTOUCHED : { kind: "closed", reason };
    case "anonymous":
    case "staff":
    case "staff_with_grant":
      return { kind: "closed", reason };
    default:
      return audience satisfies never;
  }
}
