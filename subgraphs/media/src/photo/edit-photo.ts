import { findRecipesByStudio } from "../derivative/derivative-recipe.repository.js";
import {
  findMade,
  makeDerivative,
  maskOf,
  type MakingServices,
  type OpenedPhoto,
} from "../derivative/make-derivative.js";
import { recipeHash, recipeSchema, type Recipe } from "../imaging/recipe.js";
import { findPublishedContacts } from "../published/published-contact.js";
import { findPublishedStudio } from "../published/published-studio.js";
import type { MediaServices } from "../context.js";
import { cleanOriginal } from "./clean-original.js";
import { PhotoFailed } from "./photo-failure.js";
import { photoKey } from "./photo-key.js";
import type { PhotoStep } from "./photo-step.js";
import { beginStep } from "./photo.repository.js";
import type { PhotoRow } from "./photo.table.js";

export type EditingServices = MakingServices & Pick<MediaServices, "keys">;

/** Thrown where the photo is not processing any more: another run was first, or it was purged meanwhile. */
class Overtaken extends Error {}

/** What a studio makes of a photo. */
interface Wanted {
  /** How the edited version is made. */
  edited: Recipe;
  /** The studio's other headshots. */
  others: readonly Recipe[];
}

/**
 * Takes an original through its steps. Each leaves its result behind before the next begins and is passed over where an
 * earlier run did so: the clean original, the mask, the edited version, each further headshot.
 * @returns the hash of the edited version's recipe, or null if another run was first
 * @throws PhotoFailed, ContactKeyGone, ImageRefused, BackgroundRemovalFailed
 */
export async function editPhoto(services: EditingServices, photo: PhotoRow): Promise<string | null> {
  try {
    return await runSteps(services, photo);
  } catch (error) {
    if (error instanceof Overtaken) return null;
    throw error;
  }
}

async function runSteps(services: EditingServices, photo: PhotoRow): Promise<string> {
  const opened = await openPhoto(services, photo);
  await begin(services, photo, "decode");
  const original = await cleanOriginal(services, opened);
  if (!original) throw new Overtaken();
  const wanted = await loadWanted(services, photo);
  const edited = { recipeHash: recipeHash(wanted.edited) };
  const missing = await missingOf(services, photo, wanted);
  await begin(services, photo, "remove_background");
  const mask = await maskOf(services, opened, original);
  await begin(services, photo, "backdrop");
  if (missing.includes(wanted.edited)) await makeDerivative(services, opened, { original, mask }, wanted.edited);
  await begin(services, photo, "derivatives", edited);
  for (const recipe of missing) {
    if (recipe !== wanted.edited) await makeDerivative(services, opened, { original, mask }, recipe);
  }
  return edited.recipeHash;
}

async function missingOf(services: EditingServices, photo: PhotoRow, { edited, others }: Wanted): Promise<Recipe[]> {
  const recipes = [edited, ...others];
  const made = await Promise.all(recipes.map((recipe) => findMade(services, photo, recipe)));
  return recipes.filter((_, index) => made[index] === null);
}

async function begin(
  { db }: EditingServices,
  photo: PhotoRow,
  step: PhotoStep,
  edited?: { recipeHash: string },
): Promise<void> {
  if (!(await db.inAccount(photo.accountId, (tx) => beginStep(tx, photo, step, edited)))) throw new Overtaken();
}

async function openPhoto({ db, keys }: EditingServices, photo: PhotoRow): Promise<OpenedPhoto> {
  const { accountId, contactId } = photo;
  return db.inAccount(accountId, async (tx) => {
    const [contact] = await findPublishedContacts(tx, accountId, [contactId]);
    if (contact?.restricted) throw new PhotoFailed("PROCESSING_RESTRICTED");
    return { photo, key: await photoKey(tx, keys, photo) };
  });
}

async function loadWanted({ db }: EditingServices, { accountId, studioId }: PhotoRow): Promise<Wanted> {
  return db.inAccount(accountId, async (tx) => {
    const edited = readRecipe((await findPublishedStudio(tx, accountId, studioId))?.recipe);
    const recipes = await findRecipesByStudio(tx, accountId, [studioId]);
    return { edited, others: recipes.map((row) => row.recipe) };
  });
}

function readRecipe(stored: unknown): Recipe {
  const recipe = recipeSchema.safeParse(stored);
  if (!recipe.success) throw new PhotoFailed("STUDIO_NOT_SET_UP");
  return recipe.data;
}
