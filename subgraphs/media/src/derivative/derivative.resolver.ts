import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from "type-graphql";
import { signedInMember } from "@studio/kit/auth/signed-in.js";
import { notFound } from "@studio/kit/error/codes.js";
import { fromGlobalId } from "@studio/kit/paging/global-id.js";
import type { MediaContext } from "../context.js";
import { Photo } from "../photo/photo.type.js";
import { addDerivativeRecipe } from "./add-derivative-recipe.js";
import { applyDerivativeRecipe } from "./apply-derivative-recipe.js";
import {
  AddDerivativeRecipeInput,
  ApplyDerivativeRecipeInput,
  RemoveDerivativeRecipeInput,
} from "./derivative-recipe.input.js";
import {
  AddDerivativeRecipeResult,
  ApplyDerivativeRecipeResult,
  RemoveDerivativeRecipeResult,
} from "./derivative-recipe.result.js";
import { findRecipe } from "./derivative-recipe.repository.js";
import { DerivativeRecipe } from "./derivative-recipe.type.js";
import { PhotoDerivative } from "./photo-derivative.type.js";
import { photoDerivatives } from "./photo-derivatives.js";
import { removeDerivativeRecipe } from "./remove-derivative-recipe.js";

/** The headshots that a studio makes: its recipes, applying them, and what came of them. */
@Resolver(() => Photo)
export class DerivativeResolver {
  @Query(() => [DerivativeRecipe], { description: "The recipes on a studio's list, the first one first." })
  async derivativeRecipes(
    @Arg("studioId", () => ID, { description: "The studio's id." }) studioId: string,
    @Ctx() { loaders }: MediaContext,
  ): Promise<DerivativeRecipe[]> {
    const rows = await loaders.derivativeRecipesByStudio.load(fromGlobalId("Studio", studioId));
    return rows.map((row) => new DerivativeRecipe(row));
  }

  @Query(() => DerivativeRecipe, { nullable: true, description: "A recipe by its id." })
  async derivativeRecipe(
    @Arg("id", () => ID, { description: "The recipe's id." }) id: string,
    @Ctx() context: MediaContext,
  ): Promise<DerivativeRecipe> {
    const { accountId } = signedInMember(context);
    const row = await context.services.db.inAccount(accountId, (tx) =>
      findRecipe(tx, accountId, fromGlobalId("DerivativeRecipe", id)),
    );
    if (!row) throw notFound("recipe");
    return new DerivativeRecipe(row);
  }

  @Mutation(() => AddDerivativeRecipeResult, {
    description: "Puts a recipe on a studio's list: new photos get its headshot, others by `applyDerivativeRecipe`.",
  })
  addDerivativeRecipe(
    @Arg("input", () => AddDerivativeRecipeInput, { description: "The recipe." }) input: AddDerivativeRecipeInput,
    @Ctx() context: MediaContext,
  ): Promise<typeof AddDerivativeRecipeResult> {
    return addDerivativeRecipe(context, signedInMember(context), input);
  }

  @Mutation(() => RemoveDerivativeRecipeResult, {
    description: "Takes a recipe from its studio's list: nothing is made or shown by it any more.",
  })
  removeDerivativeRecipe(
    @Arg("input", () => RemoveDerivativeRecipeInput, { description: "Which." }) input: RemoveDerivativeRecipeInput,
    @Ctx() context: MediaContext,
  ): Promise<typeof RemoveDerivativeRecipeResult> {
    return removeDerivativeRecipe(context, signedInMember(context), input);
  }

  @Mutation(() => ApplyDerivativeRecipeResult, {
    description: "Makes a recipe's headshot of every photo of its studio, or of a collection, in the background.",
  })
  applyDerivativeRecipe(
    @Arg("input", () => ApplyDerivativeRecipeInput, { description: "Which." }) input: ApplyDerivativeRecipeInput,
    @Ctx() context: MediaContext,
  ): Promise<typeof ApplyDerivativeRecipeResult> {
    return applyDerivativeRecipe(context, signedInMember(context), input);
  }

  @FieldResolver(() => [PhotoDerivative], {
    nullable: true,
    description: "Its headshots by the studio's recipes. Null until it is ready, and as `edited` is.",
  })
  derivatives(@Root() { row }: Photo, @Ctx() context: MediaContext): Promise<PhotoDerivative[] | null> {
    return photoDerivatives(context, row);
  }
}
