import { SUBMISSION_EVENT_KINDS, type SubmissionEventTypeKey } from "@studio/identity/event/event-catalogue.js";
import { fromGlobalId } from "@studio/kit/paging/global-id.js";
import type { MediaContext } from "../context.js";
import { readEventLog, wouldMatchNothing } from "../event/read-event-log.js";
import type { SubmissionEventPageArgs } from "./submission-event.args.js";
import { SubmissionEvent, type SubmissionEventPage } from "./submission-event.type.js";

const ALL = Object.keys(SUBMISSION_EVENT_KINDS) as SubmissionEventTypeKey[];

/** What happened to submissions behind a cursor of the account's log. @throws as `readEventLog` does */
export async function submissionEventPage(
  context: MediaContext,
  { after = null, first, types, studioIds }: SubmissionEventPageArgs,
): Promise<SubmissionEventPage> {
  if (studioIds?.length === 0) throw wouldMatchNothing("studioIds");
  const studios = studioIds == null ? null : new Set(studioIds.map((id) => fromGlobalId("Studio", id)));
  const { edges, ...page } = await readEventLog(context, "Query.submissionEventPage", {
    after,
    first,
    types: (types ?? ALL).map((type) => SUBMISSION_EVENT_KINDS[type].name),
    passes: ({ ids }) => studios === null || studios.has(ids["studioId"] ?? ""),
  });
  return { ...page, edges: edges.map(({ cursor, event }) => ({ cursor, node: new SubmissionEvent(event) })) };
}
