import { dayMs } from "@studio/kit/clock.js";
import type { TestAccount } from "./account.js";
import type { TestPlatform } from "./platform.js";

/** Global ids of what a studio's photos are gathered in, shown by and made into. */
export interface MediaThings {
  Collection: string;
  Gallery: string;
  DerivativeRecipe: string;
  /** The recipe being applied. */
  DerivativeRun: string;
}

/** Makes one of each as the account's owner, of the whole studio. */
export async function createMediaThings(
  platform: TestPlatform,
  { credentials, studio }: TestAccount,
  names: { collection: string; gallery: string; recipe: string },
): Promise<MediaThings> {
  const owner = platform.as(credentials.owner);
  const create = async (verb: string, field: string, input: object): Promise<string> => {
    const type = `${verb.charAt(0).toUpperCase()}${verb.slice(1)}`;
    const query = `mutation ($input: ${type}Input!) { done: ${verb}(input: $input) {
      ... on ${type}Payload { ${field} { id } } ... on UserError { message } } }`;
    const { done } = await owner.ask<any>(query, { input });
    if (!done[field]) throw new Error(`${verb} was refused: ${done.message}`);
    return done[field].id;
  };
  const { globalId: studioId } = studio;
  const expiresAt = new Date(platform.clock.now().getTime() + dayMs).toISOString();
  const square = { fit: "CROP", format: "WEBP", width: 400, height: 400, backdrop: "#ffffff" };
  const recipe = await create("addDerivativeRecipe", "recipe", { studioId, name: names.recipe, ...square });
  return {
    Collection: await create("createCollection", "collection", { studioId, name: names.collection }),
    Gallery: await create("createGallery", "gallery", { studioId, name: names.gallery, expiresAt }),
    DerivativeRecipe: recipe,
    DerivativeRun: await create("applyDerivativeRecipe", "run", { id: recipe }),
  };
}
