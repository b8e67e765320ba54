import "reflect-metadata";
import { Field } from "type-graphql";
import { UserError, UserErrorType } from "@studio/kit/error/user-error.js";
import { DerivativeRun } from "./derivative-run.type.js";

@UserErrorType("The recipe asks for something that cannot be made.")
export class InvalidDerivativeRecipe extends UserError {
  constructor(message: string, path: string[]) {
    super();
    this.message = message;
    this.path = path;
  }
}

@UserErrorType("The studio has a recipe of that name, or one that makes the very same headshot.")
export class DerivativeRecipeExists extends UserError {
  constructor() {
    super();
    this.message = "The studio has a recipe of that name, or one that makes the very same headshot.";
    this.path = ["input", "name"];
  }
}

@UserErrorType("The studio has as many recipes as it may have.")
export class TooManyDerivativeRecipes extends UserError {
  constructor(most: number) {
    super();
    this.message = `A studio has ${most} recipes at most. Remove one that is not needed any more.`;
    this.path = ["input"];
  }
}

@UserErrorType("The recipe is being applied at the moment.")
export class DerivativeRunInProgress extends UserError {
  @Field(() => DerivativeRun, { description: "The run to follow." })
  run: DerivativeRun;

  constructor(run: DerivativeRun) {
    super();
    this.message = "The recipe is being applied at the moment. Follow that run, and try again once it is complete.";
    this.path = ["input", "id"];
    this.run = run;
  }
}
