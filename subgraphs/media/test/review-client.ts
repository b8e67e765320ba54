import { randomBytes } from "node:crypto";
import type { ContactViewer, Viewer } from "@studio/kit/auth/viewer.js";
import { newId } from "@studio/kit/id.js";
import { parseGlobalId, toGlobalId } from "@studio/kit/paging/global-id.js";
import { ask } from "./contact-client.js";
import type { World } from "./world.js";

/** What a mutation about one submission answers, boiled down. */
export interface Outcome {
  kind: string;
  submission?: { id: string; status: string; version: number };
  status?: string;
  message?: string;
}

const SHAPE = `kind: __typename ... on UserError { message path
  ... on SubmissionStateConflict { status } ... on SubmissionVersionConflict { submission { id status version } } }`;

/** Runs a mutation about one submission. @returns the outcome, or the code of the error */
export async function change(
  world: World,
  viewer: Viewer,
  verb: string,
  input: Record<string, unknown>,
): Promise<Outcome> {
  const name = verb[0]!.toUpperCase() + verb.slice(1);
  const { data, errors } = await ask<{ done: Outcome }>(
    world.media,
    viewer,
    `mutation ($input: ${name}Input!) { done: ${verb}(input: $input) { ${SHAPE}
      ... on ${name}Payload { submission { id status version } } } }`,
    { input },
  );
  return data?.done ?? { kind: errors![0]!.extensions.code };
}

export interface Subject {
  id: string;
  photoId: string;
  version: number;
  digest: string;
}

/** Makes one submission's photo a second shot of another. */
export async function addShot({ sql }: World, to: Subject, from: Subject): Promise<void> {
  const [submission, photo] = [uuidOf(to.id), uuidOf(from.photoId)];
  await sql`update media.submission_shot set submission_id = ${submission} where photo_id = ${photo}`;
  await sql`delete from media.submission where photo_id = ${photo}`;
}

const uuidOf = (globalId: string) => parseGlobalId(globalId)!.id;

/** A contact's submission of a ready photo, as rows: no bytes lie in the store. */
export async function submissionOf(
  { sql, clock }: World,
  { accountId, contactId, studioId }: ContactViewer,
  status: "in_review" | "awaiting_admin" = "awaiting_admin",
): Promise<Subject> {
  const [id, photoId, digest] = [newId(), newId(), randomBytes(32).toString("hex")];
  const owner = { account_id: accountId, contact_id: contactId, studio_id: studioId, created_at: clock.now() };
  const original = { original_digest: digest, object_key: "none", recipe_hash: "recipe" };
  const times = { upload_expires_at: clock.now(), updated_at: clock.now() };
  await sql`insert into media.photo ${sql({ ...owner, id: photoId, status: "ready", ...original, ...times })}`;
  await sql`insert into media.derivative (account_id, photo_id, recipe_hash, digest, width, height, bytes, content_type,
      object_key, remover_version, created_at)
    values (${accountId}, ${photoId}, 'recipe', ${digest}, 4, 4, 4, 'image/jpeg', 'none', 'none', ${clock.now()})`;
  const reviewed = status === "in_review" ? {} : { reviewed_digest: digest, submitted_at: clock.now() };
  await sql`insert into media.submission ${sql({ ...owner, id, photo_id: photoId, status, version: 3, ...reviewed })}`;
  await sql`insert into media.submission_shot ${sql({ account_id: accountId, photo_id: photoId, submission_id: id })}`;
  return { id: toGlobalId("Submission", id), photoId: toGlobalId("Photo", photoId), version: 3, digest };
}
