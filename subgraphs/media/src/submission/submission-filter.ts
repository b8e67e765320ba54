import { badInput } from "@studio/kit/error/codes.js";
import { parseGlobalId } from "@studio/kit/paging/global-id.js";
import type { TimeSpan } from "@studio/kit/paging/time-span.js";
import type { SubmissionFilter } from "./submission-list.args.js";
import type { SubmissionStatus } from "./submission.values.js";

/** A filter, read: null where nothing is asked. */
export interface SubmissionSelection {
  statuses: readonly SubmissionStatus[] | null;
  studioIds: readonly string[] | null;
  contactIds: readonly string[] | null;
  submitted: Span;
  created: Span;
}

/** ISO 8601, the end not included; null where it is open. */
export interface Span {
  from: string | null;
  until: string | null;
}

const MAX_IDS = 500;

/**
 * Reads a filter. An id that leads nowhere matches nothing; one of another type is refused.
 * @throws BAD_USER_INPUT naming the argument, never its value
 */
export function readSubmissionFilter(filter: SubmissionFilter | null | undefined): SubmissionSelection {
  return {
    statuses: filter?.status ?? null,
    studioIds: readIds(filter?.studioIds, "Studio", "filter.studioIds"),
    contactIds: readIds(filter?.contactIds, "Contact", "filter.contactIds"),
    submitted: readSpan(filter?.submitted),
    created: readSpan(filter?.created),
  };
}

function readIds(ids: readonly string[] | null | undefined, type: string, argument: string): string[] | null {
  if (ids == null) return null;
  if (ids.length > MAX_IDS) throw badInput(`Name at most ${MAX_IDS}.`, argument);
  return ids.map((id, index) => {
    const parsed = parseGlobalId(id);
    if (parsed?.type !== type) throw badInput(`It needs the global id of a ${type}.`, `${argument}.${index}`);
    return parsed.id;
  });
}

function readSpan(span: TimeSpan | null | undefined): Span {
  return { from: span?.from?.toISOString() ?? null, until: span?.until?.toISOString() ?? null };
}
