import type { GraphQLError } from "graphql";
import { notFound } from "@studio/kit/error/codes.js";
import { parseGlobalId } from "@studio/kit/paging/global-id.js";
import { decideDoings } from "../access/reach.js";
import type { MediaContext } from "../context.js";
import { Submission } from "./submission.type.js";

/**
 * The submission of a global id.
 * @throws NOT_FOUND where there is none within the viewer's reach, FORBIDDEN while processing of its contact is restricted
 */
export async function openSubmission(id: string, context: MediaContext): Promise<Submission> {
  const parsed = parseGlobalId(id);
  const found = parsed?.type === "Submission" ? await findSubmission(parsed.id, context) : notFound("submission");
  if (found instanceof Submission) return found;
  throw found;
}

/** The submission of a global id, or null where there is none within the viewer's reach. */
export async function resolveSubmission({ id }: { id: string }, context: MediaContext): Promise<Submission | null> {
  const parsed = parseGlobalId(id);
  return parsed?.type === "Submission" ? loadSubmission(parsed.id, context) : null;
}

/** The submission of a uuid, or null where there is none within the viewer's reach. */
export async function loadSubmission(id: string, context: MediaContext): Promise<Submission | null> {
  const found = await findSubmission(id, context);
  return found instanceof Submission ? found : null;
}

/** @returns NOT_FOUND, or, where its contact may be known and processing is restricted, FORBIDDEN */
async function findSubmission(id: string, context: MediaContext): Promise<Submission | GraphQLError> {
  const row = await context.loaders.submission.load(id);
  if (!row) return notFound("submission");
  const decision = decideDoings(context, await context.loaders.publishedContact.load(row.contactId), "submission");
  return decision === true ? new Submission(row) : decision;
}
