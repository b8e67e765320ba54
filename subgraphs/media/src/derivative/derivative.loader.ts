import { manyByKey } from "@studio/kit/loader/loader.js";
import { findDerivatives } from "../photo/derivative.repository.js";
import type { ReadAccount } from "../read-account.js";
import { findRecipesByStudio } from "./derivative-recipe.repository.js";

/** The recipes of each studio, and what was made of each photo. */
export const derivativeLoaders = (read: ReadAccount) => ({
  derivativeRecipesByStudio: manyByKey(
    (ids) => read((tx, account) => findRecipesByStudio(tx, account, ids)),
    (row) => row.studioId,
  ),
  derivativesByPhoto: manyByKey(
    (ids) => read((tx, account) => findDerivatives(tx, account, ids)),
    (row) => row.photoId,
  ),
});
