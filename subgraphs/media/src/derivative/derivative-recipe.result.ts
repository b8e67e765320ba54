import "reflect-metadata";
import { Field, ObjectType, createUnionType } from "type-graphql";
import {
  DerivativeRecipeExists,
  DerivativeRunInProgress,
  InvalidDerivativeRecipe,
  TooManyDerivativeRecipes,
} from "./derivative-recipe.errors.js";
import { DerivativeRecipe } from "./derivative-recipe.type.js";
import { DerivativeRun } from "./derivative-run.type.js";

@ObjectType({ simpleResolvers: true, description: "The recipe is on the studio's list: new photos get its headshot." })
export class AddDerivativeRecipePayload {
  @Field(() => DerivativeRecipe, { description: "The recipe." })
  recipe: DerivativeRecipe;

  constructor(recipe: DerivativeRecipe) {
    this.recipe = recipe;
  }
}

@ObjectType({ simpleResolvers: true, description: "The recipe is off the list: links to its headshots have ended." })
export class RemoveDerivativeRecipePayload {
  @Field(() => DerivativeRecipe, { description: "The recipe as it was." })
  recipe: DerivativeRecipe;

  constructor(recipe: DerivativeRecipe) {
    this.recipe = recipe;
  }
}

@ObjectType({ simpleResolvers: true, description: "The recipe is being applied." })
export class ApplyDerivativeRecipePayload {
  @Field(() => DerivativeRun, { description: "The run to follow." })
  run: DerivativeRun;

  constructor(run: DerivativeRun) {
    this.run = run;
  }
}

export const AddDerivativeRecipeResult = createUnionType({
  name: "AddDerivativeRecipeResult",
  description: "The recipe, or why it was not added.",
  types: () =>
    [AddDerivativeRecipePayload, InvalidDerivativeRecipe, DerivativeRecipeExists, TooManyDerivativeRecipes] as const,
});

export const RemoveDerivativeRecipeResult = createUnionType({
  name: "RemoveDerivativeRecipeResult",
  description: "The recipe that was removed, or why it was not.",
  types: () => [RemoveDerivativeRecipePayload, DerivativeRunInProgress] as const,
});

export const ApplyDerivativeRecipeResult = createUnionType({
  name: "ApplyDerivativeRecipeResult",
  description: "The run, or the one that applies the recipe already.",
  types: () => [ApplyDerivativeRecipePayload, DerivativeRunInProgress] as const,
});
