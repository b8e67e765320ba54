import type { Viewer } from "@studio/kit/auth/viewer.js";
import { parseGlobalId } from "@studio/kit/paging/global-id.js";
import { purgeCollection } from "../src/collection/purge-collection.js";
import { ask } from "./contact-client.js";
import { openGalleryWorld } from "./gallery-world.js";
import { openMediaServices } from "./media-services.js";
import { studioGid } from "./viewers.js";

interface Changed {
  kind: string;
  collection?: { id: string; state: string; removesAt: string | null };
  preview?: { submissions: number; token: string };
}

/** A world of galleries, what is done with collections in it, and a worker's services to remove them with. */
export async function openCollections() {
  const home = await openGalleryWorld();
  const { world, people, owner } = home;
  const { accountId, studioId } = people[0]!;
  const services = await openMediaServices(world);

  async function change(verb: string, input: Record<string, unknown>, viewer: Viewer = owner): Promise<Changed> {
    const name = verb[0]!.toUpperCase() + verb.slice(1);
    const { data, errors } = await ask<{ done: Changed }>(
      world.media,
      viewer,
      `mutation ($input: ${name}Input!) { done: ${verb}(input: $input) { kind: __typename
        ... on ${name}Payload { collection { id state removesAt } }
        ... on UserError { message path ... on RemovalSetChanged { preview { submissions token } } } } }`,
      { input },
    );
    return data?.done ?? { kind: errors![0]!.extensions.code };
  }

  async function preview(id: string) {
    const { data } = await ask<{ collectionRemovalPreview: Record<string, number> & { token: string } }>(
      world.media,
      owner,
      `query ($id: ID!) { collectionRemovalPreview(id: $id) { submissions contacts photos pictures bytes held token } }`,
      { id },
    );
    return data!.collectionRemovalPreview;
  }

  return {
    ...home,
    services,
    change,
    preview,
    /** A collection of the whole studio, unless told otherwise. */
    makeCollection: async (input: Record<string, unknown> = {}) =>
      (await change("createCollection", { studioId: studioGid(studioId), name: "Spring", ...input })).collection!,
    /** Runs the job that removes a collection. */
    run: (id: string, by: Pick<typeof services, "objects"> = services) =>
      purgeCollection({ ...services, objects: by.objects }, { accountId, collectionId: parseGlobalId(id)!.id }),
    close: async () => {
      await services.close();
      await world.close();
    },
  };
}
