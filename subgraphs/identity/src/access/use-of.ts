import { forbidden } from "@studio/kit/error/codes.js";
import { toGlobalId } from "@studio/kit/paging/global-id.js";
import type { RequestContext } from "@studio/kit/server/request-context.js";
import { isWatched } from "@studio/kit/server/watched-reads.js";
import type { AccessRow } from "./access-table.js";
import { decideFieldUse, type FieldUse, type UseFacts } from "./decide-field-use.js";

/**
 * Whether the request's viewer may use a field of all contacts at once, for the purpose that they stated. Where a
 * purpose opened it, or staff use it (P31: who matches tells a value too), the use is noted, as `what`; where it could
 * not be recorded, it is denied.
 */
export function useOf(
  { viewer, purpose, reads }: RequestContext,
  row: AccessRow,
  facts: UseFacts,
  what: string,
): FieldUse {
  const use = decideFieldUse(viewer, row, { ...facts, purpose: purpose?.purpose });
  if (use.kind === "denied" || !(use.leavesTrace || isWatched(viewer))) return use;
  if (!reads || viewer.accountId === null) return { kind: "denied", reason: "who uses it here could not be recorded" };
  reads.note(toGlobalId("Account", viewer.accountId), what);
  return use;
}

/** @throws FORBIDDEN with the field's own reason, if the viewer may not use it */
export function requireUse(
  context: RequestContext,
  field: string,
  row: AccessRow,
  facts: UseFacts,
  what: string,
): void {
  const use = useOf(context, row, facts, what);
  if (use.kind === "denied") throw forbidden(field, use.reason);
}
