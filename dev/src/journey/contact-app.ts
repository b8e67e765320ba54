import { poll } from "../poll.js";
import { graphClient, type GraphClient } from "./graph-client.js";
import { readCode } from "./mailbox-client.js";
import type { Picture } from "./pictures.js";

/** A contact's session: what their app holds after they proved their email. */
export interface ContactSession {
  graph: GraphClient;
  token: string;
  studio: { id: string; name: string };
  mailSubject: string;
}

export interface Person {
  firstName: string;
  lastName: string;
  email: string;
}

/** Opens a public studio and proves an email address. No password is asked for anywhere. */
export async function enterStudio(
  graphUrl: string,
  mailboxUrl: string,
  slug: string,
  person: Person,
): Promise<ContactSession> {
  const visitor = graphClient(graphUrl);
  const { studioBySlug } = await visitor.ask<{ studioBySlug: { id: string; name: string } }>(
    `query OpenStudio($slug: String!) { studioBySlug(slug: $slug) { id name } }`,
    { slug },
  );
  const { requestVerification } = await visitor.ask<{ requestVerification: { __typename: string } }>(
    `mutation AskForCode($input: RequestVerificationInput!) { requestVerification(input: $input) { __typename ... on UserError { message } } }`,
    { input: { studioSlug: slug, ...person } },
  );
  expectPayload(requestVerification, "RequestVerificationPayload");
  const { code, subject } = await readCode(mailboxUrl, person.email);
  const { verifyEmail } = await visitor.ask<{ verifyEmail: { __typename: string; sessionToken: string } }>(
    `mutation ProveEmail($input: VerifyEmailInput!) {
      verifyEmail(input: $input) { __typename ... on VerifyEmailPayload { sessionToken } ... on UserError { message } }
    }`,
    { input: { studioSlug: slug, email: person.email, code } },
  );
  expectPayload(verifyEmail, "VerifyEmailPayload");
  const token = verifyEmail.sessionToken;
  return { graph: graphClient(graphUrl, token), token, studio: studioBySlug, mailSubject: subject };
}

/** Agrees to the processing of photos, without which nothing can be submitted. */
export async function agreeToProcessing(session: ContactSession): Promise<void> {
  const { giveConsent } = await session.graph.ask<{ giveConsent: { __typename: string } }>(
    `mutation { giveConsent(input: { purpose: PROCESSING }) { __typename ... on UserError { message } } }`,
  );
  expectPayload(giveConsent, "GiveConsentPayload");
}

/** The edited version that the contact looks at. */
export interface EditedPhoto {
  photoId: string;
  digest: string;
  url: string;
}

/** Uploads a picture and waits until its edited version is there. */
export async function uploadPhoto(session: ContactSession, picture: Picture): Promise<EditedPhoto> {
  const { createPhotoUpload } = await session.graph.ask<{ createPhotoUpload: UploadSlot }>(
    `mutation NewUpload($input: CreatePhotoUploadInput!) {
      createPhotoUpload(input: $input) {
        __typename
        ... on CreatePhotoUploadPayload { photo { id } uploadUrl method headers { name value } }
        ... on UserError { message }
      }
    }`,
    { input: { contentType: picture.contentType, bytes: picture.bytes.length } },
  );
  expectPayload(createPhotoUpload, "CreatePhotoUploadPayload");
  const { uploadUrl, method, headers, photo } = createPhotoUpload;
  const sent = await fetch(uploadUrl, {
    method,
    headers: Object.fromEntries(headers.map(({ name, value }) => [name, value])),
    body: new Uint8Array(picture.bytes),
  });
  if (!sent.ok) throw new Error(`The upload was refused: ${sent.status} ${await sent.text()}`);
  return waitForEdit(session, photo.id);
}

interface UploadSlot {
  __typename: string;
  photo: { id: string };
  uploadUrl: string;
  method: string;
  headers: { name: string; value: string }[];
}

interface PhotoState {
  photo: { status: string; failureReason: string | null; edited: { url: string; digest: string } | null };
}

async function waitForEdit(session: ContactSession, photoId: string): Promise<EditedPhoto> {
  const query = `query MyPhoto($id: ID!) { photo(id: $id) { status failureReason edited { url digest } } }`;
  const edited = await poll(
    async () => {
      const { photo } = await session.graph.ask<PhotoState>(query, { id: photoId });
      if (photo.status === "FAILED") throw new Error(`The photo could not be edited: ${photo.failureReason}`);
      return photo.status === "READY" ? (photo.edited ?? undefined) : undefined;
    },
    { timeoutMs: 30_000, everyMs: 150 },
  );
  if (!edited) throw new Error("The edited version did not come within 30 s.");
  return { photoId, ...edited };
}

/** Submits exactly the version that was reviewed. */
export async function submitReviewed(
  session: ContactSession,
  photo: EditedPhoto,
): Promise<{ id: string; status: string }> {
  const { submitPhoto } = await session.graph.ask<{
    submitPhoto: { __typename: string; submission: { id: string; status: string } };
  }>(
    `mutation Submit($input: SubmitPhotoInput!) {
      submitPhoto(input: $input) { __typename ... on SubmitPhotoPayload { submission { id status } } ... on UserError { message } }
    }`,
    { input: { photoId: photo.photoId, reviewedDigest: photo.digest } },
  );
  expectPayload(submitPhoto, "SubmitPhotoPayload");
  return submitPhoto.submission;
}

function expectPayload(answer: { __typename: string; message?: string }, wanted: string): void {
  if (answer.__typename !== wanted) throw new Error(`${answer.__typename}: ${answer.message ?? "no reason given"}`);
}
