import { parseGlobalId, toGlobalId } from "@studio/kit/paging/global-id.js";
import { noteWatched } from "@studio/kit/server/watched-reads.js";
import { mayKnow } from "../access/reach.js";
import type { MediaContext } from "../context.js";
import { Photo } from "./photo.type.js";

/** The photo of a global id, or null where there is none within the viewer's reach. */
export async function resolvePhoto({ id }: { id: string }, context: MediaContext): Promise<Photo | null> {
  const parsed = parseGlobalId(id);
  const row = parsed?.type === "Photo" ? await context.loaders.photo.load(parsed.id) : null;
  if (!row) return null;
  const contact = await context.loaders.publishedContact.load(row.contactId);
  if (!mayKnow(context.viewer, contact)) return null;
  noteWatched(context, toGlobalId("Contact", row.contactId), "photo");
  return new Photo(row);
}
