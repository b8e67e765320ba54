import { parseGlobalId, toGlobalId } from "@studio/kit/paging/global-id.js";
import { noteWatched } from "@studio/kit/server/watched-reads.js";
import { mayKnow } from "../access/reach.js";
import type { MediaContext } from "../context.js";
import { Submission } from "./submission.type.js";

/** The submission of a global id, or null where there is none within the viewer's reach. */
export async function resolveSubmission({ id }: { id: string }, context: MediaContext): Promise<Submission | null> {
  const parsed = parseGlobalId(id);
  return parsed?.type === "Submission" ? loadSubmission(parsed.id, context) : null;
}

/** The submission of a uuid, or null where there is none within the viewer's reach. */
export async function loadSubmission(id: string, context: MediaContext): Promise<Submission | null> {
  const row = await context.loaders.submission.load(id);
  if (!row) return null;
  const contact = await context.loaders.publishedContact.load(row.contactId);
  if (!mayKnow(context.viewer, contact)) return null;
  noteWatched(context, toGlobalId("Contact", row.contactId), "submissions");
  return new Submission(row);
}
