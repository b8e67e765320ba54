import type { MediaContext } from "../context.js";
import { openTo } from "../photo/photo-files.js";
import type { PhotoRow } from "../photo/photo.table.js";
import { DerivativeRecipe } from "./derivative-recipe.type.js";
import type { PhotoDerivative } from "./photo-derivative.type.js";

/** A photo's headshots by each recipe on its studio's list, under links, or null while the viewer has none to see. */
export async function photoDerivatives(context: MediaContext, photo: PhotoRow): Promise<PhotoDerivative[] | null> {
  const audience = photo.status === "ready" ? await openTo(context, photo) : null;
  if (!audience) return null;
  const { derivativeRecipesByStudio, derivativesByPhoto } = context.loaders;
  const [recipes, made] = await Promise.all([
    derivativeRecipesByStudio.load(photo.studioId),
    derivativesByPhoto.load(photo.id),
  ]);
  const { accountId, id: photoId } = photo;
  return recipes.map((row) => {
    const { recipeHash } = row;
    const link = context.services.photoLinks.linkTo({ accountId, photoId, version: { recipeHash }, for: audience });
    const { digest = null, width = null, height = null } = made.find((one) => one.recipeHash === recipeHash) ?? {};
    return { ...link, recipe: new DerivativeRecipe(row), digest, width, height };
  });
}
