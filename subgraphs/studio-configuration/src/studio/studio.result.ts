import { Field, ObjectType, createUnionType } from "type-graphql";
import { CaptionFieldNotPublic, InvalidStudio } from "./studio.errors.js";
import { Studio } from "./studio.type.js";

@ObjectType({ description: "The studio was made." })
export class CreateStudioPayload {
  @Field(() => Studio, { description: "The studio, a draft." })
  readonly studio: Studio;

  constructor(studio: Studio) {
    this.studio = studio;
  }
}

/** What every change of a studio answers with. */
@ObjectType()
export abstract class ChangedStudio {
  @Field(() => Studio, { description: "The studio as it is now." })
  readonly studio: Studio;

  constructor(studio: Studio) {
    this.studio = studio;
  }
}

@ObjectType({ description: "What is shown under the pictures of the studio's galleries." })
export class SetGalleryCaptionPayload extends ChangedStudio {}

export const CreateStudioResult = createUnionType({
  name: "CreateStudioResult",
  description: "The new studio, or everything that is wrong with it.",
  types: () => [CreateStudioPayload, InvalidStudio] as const,
});

export const SetGalleryCaptionResult = createUnionType({
  name: "SetGalleryCaptionResult",
  description: "The studio with its caption, or why it stays as it is.",
  types: () => [SetGalleryCaptionPayload, CaptionFieldNotPublic] as const,
});
