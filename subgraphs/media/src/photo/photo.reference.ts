import type { GraphQLError } from "graphql";
import { notFound } from "@studio/kit/error/codes.js";
import { parseGlobalId } from "@studio/kit/paging/global-id.js";
import { decideDoings } from "../access/reach.js";
import type { MediaContext } from "../context.js";
import { Photo } from "./photo.type.js";

/** The photo of a global id, or null where there is none within the viewer's reach. */
export async function resolvePhoto({ id }: { id: string }, context: MediaContext): Promise<Photo | null> {
  const found = await findPhoto(id, context);
  return found instanceof Photo ? found : null;
}

/**
 * The photo of a global id.
 * @throws NOT_FOUND where there is none within the viewer's reach, FORBIDDEN while processing of its contact is restricted
 */
export async function openPhoto(id: string, context: MediaContext): Promise<Photo> {
  const found = await findPhoto(id, context);
  if (found instanceof Photo) return found;
  throw found;
}

async function findPhoto(id: string, context: MediaContext): Promise<Photo | GraphQLError> {
  const parsed = parseGlobalId(id);
  const row = parsed?.type === "Photo" ? await context.loaders.photo.load(parsed.id) : null;
  if (!row) return notFound("photo");
  const decision = decideDoings(context, await context.loaders.publishedContact.load(row.contactId), "photo");
  return decision === true ? new Photo(row) : decision;
}
