import { findRecipesByStudio } from "../derivative/derivative-recipe.repository.js";
import { findMade, makeDerivative, maskOf, readOriginal, type MakingServices } from "../derivative/make-derivative.js";
import { recipeHash, recipeSchema, type Recipe } from "../imaging/recipe.js";
import { findPublishedContacts } from "../published/published-contact.js";
import { findPublishedStudio } from "../published/published-studio.js";
import type { MediaServices } from "../context.js";
import { PhotoFailed } from "./photo-failure.js";
import { photoKey } from "./photo-key.js";
import type { PhotoStep } from "./photo-step.js";
import { beginStep } from "./photo.repository.js";
import type { PhotoRow } from "./photo.table.js";

export type EditingServices = MakingServices & Pick<MediaServices, "keys">;

/** Thrown where the photo is not processing any more: another run was first, or it was purged meanwhile. */
class Overtaken extends Error {}

interface EditingTask {
  key: Buffer;
  /** How the edited version is made. */
  edited: Recipe;
  /** The studio's other headshots. */
  others: readonly Recipe[];
}

/**
 * Takes an original through its steps. Each leaves its result behind before the next begins and is passed over where an
 * earlier run did so: the mask, the edited version, each further headshot.
 * @returns the hash of the edited version's recipe, or null if another run was first
 * @throws PhotoFailed, ContactKeyGone, ImageRefused, BackgroundRemovalFailed
 */
export async function editPhoto(services: EditingServices, photo: PhotoRow): Promise<string | null> {
  const task = await loadTask(services, photo);
  try {
    await runSteps(services, photo, task);
    return recipeHash(task.edited);
  } catch (error) {
    if (error instanceof Overtaken) return null;
    throw error;
  }
}

async function runSteps(services: EditingServices, photo: PhotoRow, task: EditingTask): Promise<void> {
  const missing = await missingOf(services, photo, task);
  if (missing.length === 0) return;
  const opened = { photo, key: task.key };
  await begin(services, photo, "decode");
  const original = await readOriginal(services, opened);
  await begin(services, photo, "remove_background");
  const mask = await maskOf(services, opened, original);
  await begin(services, photo, "backdrop");
  if (missing.includes(task.edited)) await makeDerivative(services, opened, { original, mask }, task.edited);
  await begin(services, photo, "derivatives", { recipeHash: recipeHash(task.edited) });
  for (const recipe of missing) {
    if (recipe !== task.edited) await makeDerivative(services, opened, { original, mask }, recipe);
  }
}

async function missingOf(
  services: EditingServices,
  photo: PhotoRow,
  { edited, others }: EditingTask,
): Promise<Recipe[]> {
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

async function loadTask({ db, keys }: EditingServices, photo: PhotoRow): Promise<EditingTask> {
  const { accountId, contactId, studioId } = photo;
  return db.inAccount(accountId, async (tx) => {
    const [contact] = await findPublishedContacts(tx, accountId, [contactId]);
    if (contact?.restricted) throw new PhotoFailed("PROCESSING_RESTRICTED");
    const key = await photoKey(tx, keys, photo);
    const edited = readRecipe((await findPublishedStudio(tx, accountId, studioId))?.recipe);
    const recipes = await findRecipesByStudio(tx, accountId, [studioId]);
    return { key, edited, others: recipes.map((row) => row.recipe) };
  });
}

function readRecipe(stored: unknown): Recipe {
  const recipe = recipeSchema.safeParse(stored);
  if (!recipe.success) throw new PhotoFailed("STUDIO_NOT_SET_UP");
  return recipe.data;
}
