import type { Viewer } from "@studio/kit/auth/viewer.js";
import type { AccessRow } from "./access-table.js";
import { decideFieldAccess, type AccessFacts, type FieldAccess } from "./decide-field-access.js";

/**
 * The one decision about a field as a column of what somebody takes out: what they read, and masked what they read
 * masked. Pure. A restriction of processing stops that for the contact whole, id and flag included and whatever purpose
 * is stated, but for the contact's own copy of their data (GDPR art. 15 and 20).
 */
export function decideFieldExport(viewer: Viewer, row: AccessRow | undefined, facts: AccessFacts): FieldAccess {
  const read = decideFieldAccess(viewer, row, facts);
  if (read.kind === "denied" || !facts.restricted || viewer.kind === "contact") return read;
  return { kind: "denied", by: "restriction", reason: "processing of this contact is restricted, which stops exports" };
}
