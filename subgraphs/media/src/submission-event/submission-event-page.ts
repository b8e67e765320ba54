import { forbidden } from "@studio/kit/error/codes.js";
import { checkUnbroken, headOf, readEvents, type LogPlace, type LoggedEvent } from "@studio/kit/events/read.js";
import { checkPageSize } from "@studio/kit/paging/connection.js";
import type { CursorKeys } from "@studio/kit/paging/cursor.js";
import { fromGlobalId } from "@studio/kit/paging/global-id.js";
import { mayKnow } from "../access/reach.js";
import type { MediaContext } from "../context.js";
import type { SubmissionEventPageArgs } from "./submission-event.args.js";
import { SUBMISSION_EVENTS, stretchOf, type Stretch } from "./submission-event.policy.js";
import { SubmissionEvent, type SubmissionEventPage } from "./submission-event.type.js";

const LIST = "submission-events";

/**
 * A stretch of the account's event log behind a cursor. Without one it begins at the head, and `endCursor` is the
 * checkpoint from which nothing is missed. Access is decided per event: what the viewer may not know is passed over.
 * @throws NOT_FOUND for a cursor of another account, CURSOR_EXPIRED for one whose events are gone, BAD_USER_INPUT for a page size out of bounds
 */
export async function submissionEventPage(
  context: MediaContext,
  args: SubmissionEventPageArgs,
): Promise<SubmissionEventPage> {
  checkPageSize(args.first);
  const { accountId } = context.viewer;
  if (accountId === null) throw forbidden("submissionEventPage", "you stand in no account");
  const cursorOf = ({ position, day }: LogPlace) => context.services.cursors.encode(accountId, LIST, [position, day]);
  const after = args.after == null ? null : placeOf(context.services.cursors.decode(accountId, LIST, args.after));
  const { events, end, hasMore } = await readStretch(context, accountId, after, args);
  const known = await knownTo(context, ofStudios(events, args.studioIds));
  const edges = known.map((event) => ({ cursor: cursorOf(event), node: new SubmissionEvent(event) }));
  return { edges, endCursor: cursorOf(end), hasMore };
}

function placeOf([position, day]: CursorKeys): LogPlace {
  return { position: Number(position), day: String(day) };
}

function readStretch(
  { services }: MediaContext,
  accountId: string,
  after: LogPlace | null,
  { first, types }: SubmissionEventPageArgs,
): Promise<Stretch> {
  return services.db.inAccount(accountId, async (tx) => {
    if (after === null) return { events: [], end: await headOf(tx, accountId), hasMore: false };
    const head = await checkUnbroken(tx, accountId, after);
    const rows = await readEvents(tx, accountId, { after, types: types ?? SUBMISSION_EVENTS, limit: first + 1 });
    return stretchOf(rows, { after, head, first });
  });
}

function ofStudios(events: LoggedEvent[], studioIds: readonly string[] | null | undefined): LoggedEvent[] {
  if (studioIds == null) return events;
  const wanted = new Set(studioIds.map((id) => fromGlobalId("Studio", id)));
  return events.filter((event) => wanted.has(event.ids["studioId"] ?? ""));
}

async function knownTo({ viewer, loaders }: MediaContext, events: LoggedEvent[]): Promise<LoggedEvent[]> {
  const contactOf = async ({ ids: { contactId } }: LoggedEvent) =>
    contactId === undefined ? null : loaders.publishedContact.load(contactId);
  const contacts = await Promise.all(events.map(contactOf));
  return events.filter((_event, index) => mayKnow(viewer, contacts[index] ?? null));
}
