import "reflect-metadata";
import { Field, createUnionType } from "type-graphql";
import { UserError, UserErrorType } from "@studio/kit/error/user-error.js";
import { StudioStatusEnum } from "./studio.enums.js";
import type { StudioStatus } from "./studio.values.js";

abstract class StudioInputError extends UserError {
  constructor(message: string, path: string[]) {
    super();
    this.message = message;
    this.path = path;
  }
}

@UserErrorType("The name is empty, too long, or holds control characters.")
export class InvalidStudioName extends StudioInputError {}

@UserErrorType("The slug does not fit into a link.")
export class InvalidSlug extends StudioInputError {}

@UserErrorType("The slug belongs to a studio already.")
export class SlugTaken extends StudioInputError {}

@UserErrorType("A text is missing, too long, or holds control characters.")
export class InvalidText extends StudioInputError {}

@UserErrorType("The recipe asks for something that cannot be made.")
export class InvalidRecipe extends StudioInputError {}

@UserErrorType("A limit is out of bounds, or the studio would close before it opens.")
export class InvalidLimits extends StudioInputError {}

/** One thing that is wrong with a studio. */
export const StudioProblem = createUnionType({
  name: "StudioProblem",
  description: "One thing that is wrong with a studio.",
  types: () => [InvalidStudioName, InvalidSlug, SlugTaken, InvalidText, InvalidRecipe, InvalidLimits] as const,
});

/** Everything that is wrong at once, so that a form can show it all. */
@UserErrorType("Something in the studio needs attention; `problems` holds all of it, each with its path.")
export class InvalidStudio extends UserError {
  @Field(() => [StudioProblem], { description: "Everything that is wrong." })
  problems: (typeof StudioProblem)[];

  constructor(problems: (typeof StudioProblem)[]) {
    super();
    this.message = problems.map((problem) => problem.message).join(" ");
    this.path = ["input"];
    this.problems = problems;
  }
}

@UserErrorType("Pictures are captioned by a field that is public (L0) and in use, and this one is not.")
export class CaptionFieldNotPublic extends StudioInputError {
  constructor(message: string) {
    super(message, ["input", "fieldId"]);
  }
}

@UserErrorType("The studio's state does not allow this.")
export class StudioStateConflict extends UserError {
  @Field(() => StudioStatusEnum, { description: "Where the studio is in its life." })
  status: StudioStatus;

  constructor(status: StudioStatus, message: string) {
    super();
    this.message = message;
    this.path = ["input", "id"];
    this.status = status;
  }
}
