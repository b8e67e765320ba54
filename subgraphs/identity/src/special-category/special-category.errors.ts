import { Field } from "type-graphql";
import { UserError, UserErrorType } from "@studio/kit/error/user-error.js";
import type { SpecialCategory } from "./refused-category.js";
import { CATEGORY_WORDS, SpecialCategoryEnum } from "./special-category.enums.js";

const APPEAL =
  "If the law lets you collect this, an owner may appeal with appealSpecialCategory: say on which ground, and the " +
  "platform's staff review exactly this definition.";

@UserErrorType("The field asks for data that the law protects specially, which does not belong in custom fields.")
export class SpecialCategoryRefused extends UserError {
  @Field(() => SpecialCategoryEnum, { description: "What it asks for." })
  category: SpecialCategory;

  @Field(() => String, { description: "The words that were met, as they were read. Where they stand is in `path`." })
  matched: string;

  @Field(() => String, { description: "The law that protects it." })
  law: string;

  @Field(() => String, { description: "What to do if it is lawful to collect this." })
  appeal: string;

  static at(path: string[], category: SpecialCategory, matched: string): SpecialCategoryRefused {
    const { name, law } = CATEGORY_WORDS[category];
    const message =
      `This asks for data about ${name} ("${matched}"). ${law} protects it specially, and it does not belong in a ` +
      "custom field (P03). Leave it out, or word the field so that it asks for what you need instead.";
    return Object.assign(new SpecialCategoryRefused(), { path, category, matched, message, law, appeal: APPEAL });
  }
}

@UserErrorType("There is nothing to appeal: the definition is not refused for a special category.")
export class NothingToAppeal extends UserError {
  static here(): NothingToAppeal {
    const message = "This definition asks for no special category. Create the field without an appeal.";
    return Object.assign(new NothingToAppeal(), { path: ["input", "definition"], message });
  }
}

@UserErrorType("The attestation, or the reason, is missing or too long.")
export class InvalidStatement extends UserError {
  static at(path: string[], expected: string): InvalidStatement {
    return Object.assign(new InvalidStatement(), { path, message: `Expected ${expected}.` });
  }
}

@UserErrorType("The same definition waits for review, or was approved already.")
export class AlreadyAppealed extends UserError {
  static now(): AlreadyAppealed {
    const message = "This definition was appealed already, and the appeal is open or approved.";
    return Object.assign(new AlreadyAppealed(), { path: ["input", "definition"], message });
  }
}

@UserErrorType("The account has as many open appeals as it may.")
export class TooManyAppeals extends UserError {
  static over(limit: number): TooManyAppeals {
    const message = `An account has at most ${limit} open appeals. Wait for their review.`;
    return Object.assign(new TooManyAppeals(), { path: ["input"], message });
  }
}

@UserErrorType("The appeal was decided before.")
export class AppealDecided extends UserError {
  static before(): AppealDecided {
    const message = "This appeal was decided already. A decision stands; the owner may appeal anew.";
    return Object.assign(new AppealDecided(), { path: ["input", "id"], message });
  }
}
