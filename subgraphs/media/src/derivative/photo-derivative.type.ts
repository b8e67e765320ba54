import "reflect-metadata";
import { Field, Int, ObjectType } from "type-graphql";
import { DerivativeRecipe } from "./derivative-recipe.type.js";

@ObjectType({
  simpleResolvers: true,
  description:
    "A headshot of a photo by one of the studio's recipes. It is made at the latest when its link is opened.",
})
export class PhotoDerivative {
  @Field(() => DerivativeRecipe, { description: "How it is made." })
  recipe: DerivativeRecipe;

  @Field(() => String, { description: "Where the bytes are. The link is its own permission: hand it to nobody." })
  url: string;

  @Field(() => Date, { description: "When the link stops working." })
  expiresAt: Date;

  @Field(() => String, { nullable: true, description: "SHA-256 of the bytes, in hexadecimal, once it is made." })
  digest: string | null;

  @Field(() => Int, { nullable: true, description: "Width in pixels, once it is made." })
  width: number | null;

  @Field(() => Int, { nullable: true, description: "Height in pixels, once it is made." })
  height: number | null;
}
