import type { StatedPurpose } from "@studio/kit/auth/purpose.js";
import type { Viewer } from "@studio/kit/auth/viewer.js";
import { newId } from "@studio/kit/id.js";
import type { RunningSubgraph } from "@studio/kit/server/subgraph.js";

/** An answer of the graph whose shape the test knows. */
export interface Answer<Data> {
  data: Data | null;
  errors?: { message: string; path?: (string | number)[]; extensions: { code: string; reason?: string } }[];
}

/** Runs an operation as a viewer, as the gateway would. */
export async function ask<Data>(
  media: RunningSubgraph,
  viewer: Viewer,
  query: string,
  variables: Record<string, unknown> = {},
  purpose?: StatedPurpose,
): Promise<Answer<Data>> {
  const answer = await media.execute({ query, variables, viewer, purpose, requestId: newId() });
  return JSON.parse(JSON.stringify(answer)) as Answer<Data>;
}

export interface Upload {
  __typename: string;
  reason?: string;
  photo: { id: string; status: string };
  uploadUrl: string;
  method: string;
  headers: { name: string; value: string }[];
  expiresAt: string;
  resumableUrl: string;
  completeUrl: string | null;
}

/** Asks for an upload. */
export async function askUpload(
  media: RunningSubgraph,
  viewer: Viewer,
  input: { contentType: string; bytes: number; sha256?: string },
): Promise<Answer<{ createPhotoUpload: Upload }>> {
  return ask(
    media,
    viewer,
    `mutation Upload($input: CreatePhotoUploadInput!) {
      createPhotoUpload(input: $input) {
        __typename
        ... on CreatePhotoUploadPayload { photo { id status } uploadUrl method headers { name value } expiresAt resumableUrl completeUrl }
        ... on UploadRefused { reason message path }
        ... on DuplicatePhoto { photo { id status } message path }
      }
    }`,
    { input },
  );
}

/** Opens an upload for a file. */
export async function openUpload(
  media: RunningSubgraph,
  viewer: Viewer,
  file: Buffer,
  contentType: string,
  sha256?: string,
): Promise<Upload> {
  const announced = { contentType, bytes: file.length, ...(sha256 !== undefined && { sha256 }) };
  const { data, errors } = await askUpload(media, viewer, announced);
  if (data?.createPhotoUpload.__typename !== "CreatePhotoUploadPayload")
    throw new Error(JSON.stringify(data ?? errors));
  return data.createPhotoUpload;
}

/** Sends bytes as the upload asks, in pieces of 64 KB. */
export function send(
  media: RunningSubgraph,
  upload: Upload,
  file: Uint8Array,
  headers: Record<string, string> = {},
): Promise<Response> {
  const asked = Object.fromEntries(upload.headers.map(({ name, value }) => [name, value]));
  const request = new Request(upload.uploadUrl, {
    method: upload.method,
    headers: { ...asked, ...headers },
    body: piecesOf(file),
    duplex: "half",
  });
  return media.fetch(request);
}

function piecesOf(file: Uint8Array): ReadableStream<Uint8Array> {
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      if (at >= file.length) return controller.close();
      controller.enqueue(file.subarray(at, (at += 65_536)));
    },
  });
}

/** The code in a refusal's body. */
export async function codeOf(response: Response): Promise<string> {
  return ((await response.json()) as { error: { code: string } }).error.code;
}

export interface PhotoAnswer {
  id: string;
  status: string;
  failureReason: string | null;
  progress: { step: string; state: string }[];
  edited: { url: string; digest: string; width: number; height: number; contentType: string; expiresAt: string } | null;
  original: { url: string; digest: string; width: number; height: number; contentType: string } | null;
}

const PHOTO = `id status format width height failureReason progress { step state }
  edited { url digest width height contentType expiresAt }
  original { url digest width height contentType }`;

/** The photo as the viewer sees it. */
export function askPhoto(media: RunningSubgraph, viewer: Viewer, id: string): Promise<Answer<{ photo: PhotoAnswer }>> {
  return ask(media, viewer, `query Photo($id: ID!) { photo(id: $id) { ${PHOTO} } }`, { id });
}

export interface Submitted {
  __typename: string;
  submission?: { id: string; status: string; version: number; reviewedDigest: string; submittedAt: string };
}

/** Submits a photo. */
export function submit(
  media: RunningSubgraph,
  viewer: Viewer,
  input: { photoId: string; reviewedDigest: string },
): Promise<Answer<{ submitPhoto: Submitted }>> {
  return ask(
    media,
    viewer,
    `mutation Submit($input: SubmitPhotoInput!) {
      submitPhoto(input: $input) {
        __typename
        ... on SubmitPhotoPayload { submission { id status version reviewedDigest submittedAt } }
        ... on UserError { message path }
      }
    }`,
    { input },
  );
}
