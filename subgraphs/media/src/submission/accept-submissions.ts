import type { MemberViewer } from "@studio/kit/auth/viewer.js";
import { changeState, type Change } from "@studio/kit/db/change.js";
import { badInput } from "@studio/kit/error/codes.js";
import { parseGlobalId } from "@studio/kit/paging/global-id.js";
import { mayKnow } from "../access/reach.js";
import { changeScope, type MediaContext } from "../context.js";
import { findPublishedContacts } from "../published/published-contact.js";
import { findPublishedStudios } from "../published/published-studio.js";
import { judge, type DecisionError } from "./decide-submission.js";
import { SubmissionNotFound } from "./submission.errors.js";
import { MAX_ACCEPTED_AT_ONCE } from "./submission-review.policy.js";
import type { SeenSubmissionInput } from "./submission-review.input.js";
import { lockSubmissions } from "./submission.repository.js";
import type { SubmissionRow } from "./submission.table.js";
import { writeDecision } from "./write-decision.js";

/** What became of one submission of the list. */
export interface AcceptedRow {
  /** The global id as it was given. */
  id: string;
  submission: SubmissionRow | null;
  error: DecisionError | SubmissionNotFound | null;
}

/**
 * Accepts many submissions, each as it was seen: what somebody else changed meanwhile is left, and told. One that a
 * coordinator may not review is not found.
 * @throws BAD_USER_INPUT for an empty list, or one of more than a hundred
 */
export function acceptSubmissions(
  context: MediaContext,
  viewer: MemberViewer,
  seen: readonly SeenSubmissionInput[],
): Promise<AcceptedRow[]> {
  if (seen.length < 1 || seen.length > MAX_ACCEPTED_AT_ONCE)
    throw badInput(`Name 1 to ${MAX_ACCEPTED_AT_ONCE} submissions a call.`, "input.submissions");
  const scope = changeScope(context, viewer.accountId);
  return changeState<AcceptedRow[]>(scope, async (change) => {
    const rows = await reviewable(change.tx, viewer, seen);
    const results: AcceptedRow[] = [];
    for (const [index, { id, version }] of seen.entries()) {
      const uuid = uuidOf(id) ?? "";
      const found = rows.get(uuid);
      const path = ["input", "submissions", String(index)];
      const error = found ? judge("accepted", found.row, found.contact, version, path) : SubmissionNotFound.at(path);
      if (!found || error) {
        results.push({ id, submission: found && !found.contact.restricted ? found.row : null, error });
        continue;
      }
      const decision = { decision: "accepted", reviewReason: null, reviewMessage: null } as const;
      const row = await writeDecision(change, found.row, { ...decision, decidedAt: scope.clock.now() });
      rows.set(uuid, { ...found, row });
      results.push({ id, submission: row, error: null });
    }
    return results.some(({ error }) => error === null) ? results : change.abandon(results);
  });
}

/** The named submissions that the viewer may review, locked, by uuid. */
async function reviewable(tx: Change["tx"], viewer: MemberViewer, seen: readonly SeenSubmissionInput[]) {
  const { accountId } = viewer;
  const ids = seen.map(({ id }) => uuidOf(id)).filter((id) => id !== null);
  const rows = await lockSubmissions(tx, accountId, ids);
  const people = await findPublishedContacts(tx, accountId, distinct(rows.map((row) => row.contactId)));
  const studios = await findPublishedStudios(tx, accountId, distinct(rows.map((row) => row.studioId)));
  const contacts = new Map(people.map((contact) => [contact.contactId, contact]));
  const open = new Set(studios.filter((studio) => studio.coordinatorsReview).map(({ id }) => id));
  const known = rows.flatMap((row) => {
    const contact = contacts.get(row.contactId) ?? null;
    const reviews = viewer.role !== "coordinator" || open.has(row.studioId);
    return reviews && mayKnow(viewer, contact) ? [[row.id, { row, contact }] as const] : [];
  });
  return new Map(known);
}

function uuidOf(globalId: string): string | null {
  const parsed = parseGlobalId(globalId);
  return parsed?.type === "Submission" ? parsed.id : null;
}

function distinct(ids: readonly string[]): string[] {
  return [...new Set(ids)];
}
