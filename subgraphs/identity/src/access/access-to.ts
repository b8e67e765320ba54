import type { RequestContext } from "@studio/kit/server/request-context.js";
import type { AccessRow } from "./access-table.js";
import { decideFieldAccess, type AccessFacts, type FieldAccess } from "./decide-field-access.js";

/** What the request's viewer may see of a row, for the purpose that they stated. */
export function accessTo(
  { viewer, purpose }: RequestContext,
  row: AccessRow | undefined,
  facts: AccessFacts,
): FieldAccess {
  return decideFieldAccess(viewer, row, { ...facts, purpose: purpose?.purpose });
}

/** Whether what is let to be seen leaves a trace in the audit trail: every L3 value, and all that a purpose opened. */
export function leavesTrace(row: AccessRow | undefined, access: FieldAccess): boolean {
  return access.kind !== "denied" && (row === "customRestricted" || access.by === "purpose");
}
