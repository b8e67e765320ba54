import type { ContactViewer, Viewer } from "@studio/kit/auth/viewer.js";
import { newId } from "@studio/kit/id.js";
import { toGlobalId } from "@studio/kit/paging/global-id.js";
import type { Recipe } from "../src/imaging/recipe.js";
import { seedSubmissions, type SeedSubmission } from "../src/seed.js";
import { ask, askPhoto, codeOf, type PhotoAnswer } from "./contact-client.js";
import type { ContactOptions, StudioOptions, World } from "./world.js";

/** A recipe whose headshot is quickly made. */
export const badge: Recipe = { width: 64, height: 80, fit: "face", format: "webp", quality: 80, backdrop: "#ffffff" };

/** A photo that its contact has submitted. */
export interface SubmittedPhoto {
  contact: ContactViewer;
  /** The photo's global id, and the id of its row. */
  photoId: string;
  photoRow: string;
}

interface Derivative {
  url: string;
  digest: string | null;
  recipe: { name: string };
}

/** Submits photos, or leaves them as drafts, and opens their links. */
export function photoLinkClient(world: () => World) {
  const client = {
    submitted: async (
      options: ContactOptions & { studio?: StudioOptions } = {},
      status: SeedSubmission["status"] = "submitted",
    ): Promise<SubmittedPhoto> => {
      const contact = await world().newcomer(options);
      const [photoRow, submissionId] = [newId(), newId()];
      const seed = { ...contact, photoId: photoRow, submissionId, status, createdAt: new Date() };
      await seedSubmissions(world().options, contact.accountId, [seed]);
      return { contact, photoRow, photoId: toGlobalId("Photo", photoRow) };
    },
    photoFor: async (viewer: Viewer, { photoId }: SubmittedPhoto): Promise<PhotoAnswer> =>
      (await askPhoto(world().media, viewer, photoId)).data!.photo,
    get: (url: string, headers: Record<string, string> = {}, method = "GET"): Promise<Response> =>
      world().media.fetch(new Request(url, { method, headers })),
    /** 200, or the status and code of the refusal. */
    outcomeOf: async (url: string): Promise<number | [number, string]> => {
      const response = await client.get(url);
      return response.status === 200 ? 200 : [response.status, await codeOf(response)];
    },
    derivativesFor: async (viewer: Viewer, { photoId }: SubmittedPhoto): Promise<Derivative[]> => {
      const query = `query ($id: ID!) { photo(id: $id) { derivatives { url digest width height recipe { name } } } }`;
      const { data } = await ask<{ photo: { derivatives: Derivative[] } }>(world().media, viewer, query, {
        id: photoId,
      });
      return data!.photo.derivatives;
    },
  };
  return client;
}
