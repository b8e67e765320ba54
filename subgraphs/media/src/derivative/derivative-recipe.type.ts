import "reflect-metadata";
import { Directive, Field, Int, ObjectType, registerEnumType } from "type-graphql";
import { toGlobalId } from "@studio/kit/paging/global-id.js";
import { RECIPE_FITS, RECIPE_FORMATS, type Recipe } from "../imaging/recipe.js";
import { Node } from "../node.type.js";
import type { DerivativeRecipeRow } from "./derivative-recipe.table.js";

const capitals = <Value extends string>(values: readonly Value[]) =>
  Object.fromEntries(values.map((value) => [value.toUpperCase(), value])) as Record<Uppercase<Value>, Value>;

export const DerivativeFitEnum = capitals(RECIPE_FITS);

registerEnumType(DerivativeFitEnum, {
  name: "DerivativeFit",
  description: "How a headshot comes to its size.",
  valuesConfig: {
    CROP: { description: "It fills width × height; what is over is cut." },
    FACE: { description: "It fills width × height around the person's head." },
    INSIDE: { description: "It is shown whole within width × height, never enlarged." },
  },
});

export const DerivativeFormatEnum = capitals(RECIPE_FORMATS);

registerEnumType(DerivativeFormatEnum, {
  name: "DerivativeFormat",
  description: "The file format of a headshot.",
  valuesConfig: {
    JPEG: { description: "JPEG; cannot be transparent." },
    WEBP: { description: "WebP." },
    AVIF: { description: "AVIF: the smallest, and the slowest to make." },
    PNG: { description: "PNG; without loss, so quality does not matter." },
  },
});

export const DerivativeToneEnum = { COLOUR: "colour", GREY: "grey" } as const;

registerEnumType(DerivativeToneEnum, {
  name: "DerivativeTone",
  description: "Whether a headshot has colours.",
  valuesConfig: {
    COLOUR: { description: "As it was taken." },
    GREY: { description: "In greys." },
  },
});

@Directive('@key(fields: "id")')
@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description: "A headshot that a studio wants of each of its photos, besides the edited version.",
})
export class DerivativeRecipe extends Node {
  @Field(() => String, { description: "What the studio calls it." })
  name: string;

  @Field(() => Int, { description: "Width in pixels." })
  width: number;

  @Field(() => Int, { description: "Height in pixels." })
  height: number;

  @Field(() => DerivativeFitEnum, { description: "How it comes to its size." })
  fit: Recipe["fit"];

  @Field(() => DerivativeFormatEnum, { description: "Its file format." })
  format: Recipe["format"];

  @Field(() => Int, { description: "1 to 100; PNG ignores it." })
  quality: number;

  @Field(() => String, { description: "What is behind the person: a colour as #rrggbb, or transparent." })
  backdrop: string;

  @Field(() => DerivativeToneEnum, { description: "Whether it has colours." })
  tone: "colour" | "grey";

  constructor(readonly row: DerivativeRecipeRow) {
    super();
    const { width, height, fit, format, quality, backdrop, tone = "colour" } = row.recipe;
    Object.assign(this, { id: toGlobalId("DerivativeRecipe", row.id), name: row.name });
    Object.assign(this, { width, height, fit, format, quality, backdrop, tone });
  }
}
