import { Field, ObjectType, createUnionType } from "type-graphql";
import { InvalidStudio } from "./studio.errors.js";
import { Studio } from "./studio.type.js";

@ObjectType({ description: "The studio was made." })
export class CreateStudioPayload {
  @Field(() => Studio, { description: "The studio, a draft." })
  readonly studio: Studio;

  constructor(studio: Studio) {
    this.studio = studio;
  }
}

export const CreateStudioResult = createUnionType({
  name: "CreateStudioResult",
  description: "The new studio, or everything that is wrong with it.",
  types: () => [CreateStudioPayload, InvalidStudio] as const,
});
