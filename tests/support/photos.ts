import type { GraphClient } from "@studio/dev/journey/graph-client.js";

/** An upload that was asked for. */
export interface Upload {
  photoId: string;
  url: string;
  resumableUrl: string;
}

/** Asks for an upload link as a contact. Adds a draft, and so an event `submission.created`. */
export async function askForUpload(contact: GraphClient, contentType: string, bytes: number): Promise<Upload> {
  const { createPhotoUpload } = await contact.ask<{
    createPhotoUpload: { photo: { id: string }; uploadUrl: string; resumableUrl: string };
  }>(
    `mutation Ask($input: CreatePhotoUploadInput!) {
      createPhotoUpload(input: $input) { ... on CreatePhotoUploadPayload { photo { id } uploadUrl resumableUrl } }
    }`,
    { input: { contentType, bytes } },
  );
  return {
    photoId: createPhotoUpload.photo.id,
    url: createPhotoUpload.uploadUrl,
    resumableUrl: createPhotoUpload.resumableUrl,
  };
}
