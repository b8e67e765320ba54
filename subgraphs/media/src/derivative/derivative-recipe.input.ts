import { Field, ID, InputType, Int } from "type-graphql";
import type { Recipe } from "../imaging/recipe.js";
import { DerivativeFitEnum, DerivativeFormatEnum, DerivativeToneEnum } from "./derivative-recipe.type.js";

@InputType({ description: "A headshot that a studio wants of each of its photos." })
export class AddDerivativeRecipeInput {
  @Field(() => ID, { description: "The studio's id." })
  studioId: string;

  @Field(() => String, { description: "What the studio calls it: 1 to 40 lower-case letters, digits and hyphens." })
  name: string;

  @Field(() => Int, { description: "Width in pixels, 16 to 6000." })
  width: number;

  @Field(() => Int, { description: "Height in pixels, 16 to 6000." })
  height: number;

  @Field(() => DerivativeFitEnum, { description: "How it comes to its size." })
  fit: Recipe["fit"];

  @Field(() => DerivativeFormatEnum, { description: "Its file format." })
  format: Recipe["format"];

  @Field(() => Int, { description: "1 to 100; PNG ignores it.", defaultValue: 82 })
  quality: number;

  @Field(() => String, { description: "What is behind the person: a colour as #rrggbb, or transparent." })
  backdrop: string;

  @Field(() => DerivativeToneEnum, { description: "Whether it has colours.", defaultValue: "colour" })
  tone: "colour" | "grey";
}

@InputType({ description: "A recipe to take from its studio's list." })
export class RemoveDerivativeRecipeInput {
  @Field(() => ID, { description: "The recipe's id." })
  id: string;
}

@InputType({ description: "A recipe to apply to the photos that its studio has." })
export class ApplyDerivativeRecipeInput {
  @Field(() => ID, { description: "The recipe's id." })
  id: string;

  @Field(() => ID, {
    nullable: true,
    description: "A collection of that studio, to make it of its photos only; none for every photo of the studio.",
  })
  collectionId?: string | null;
}
