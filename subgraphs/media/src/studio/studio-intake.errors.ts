import "reflect-metadata";
import { Field, Int } from "type-graphql";
import { UserError, UserErrorType } from "@studio/kit/error/user-error.js";

@UserErrorType("The studio takes no photos at the moment.")
export class StudioNotOpen extends UserError {
  @Field(() => Date, { nullable: true, description: "From when on it takes photos, if that is said." })
  opensAt: Date | null;

  @Field(() => Date, { nullable: true, description: "Until when it takes photos, if that is said." })
  closesAt: Date | null;

  static now(times: { opensAt: Date | null; closesAt: Date | null } | null): StudioNotOpen {
    const { opensAt = null, closesAt = null } = times ?? {};
    const message = "The studio takes no photos at the moment.";
    return Object.assign(new StudioNotOpen(), { path: ["input"], message, opensAt, closesAt });
  }
}

@UserErrorType("The studio has as many submissions as it takes.")
export class StudioFull extends UserError {
  static now(): StudioFull {
    return Object.assign(new StudioFull(), {
      path: ["input"],
      message: "The studio is full: it takes no more photos.",
    });
  }
}

@UserErrorType("The contact has submitted as many photos as the studio takes of one.")
export class SubmissionLimitReached extends UserError {
  @Field(() => Int, { description: "How many submissions of one contact may stand at once." })
  limit: number;

  static of(limit: number): SubmissionLimitReached {
    const message = "You have submitted all the photos that this studio takes of you. Take one back to submit another.";
    return Object.assign(new SubmissionLimitReached(), { path: ["input"], message, limit });
  }
}
