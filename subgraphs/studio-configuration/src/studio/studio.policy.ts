import {
  CaptionFieldNotPublic,
  InvalidStudioName,
  InvalidSlug,
  InvalidText,
  SlugTaken,
  type InvalidLimits,
  type InvalidRecipe,
} from "./studio.errors.js";
import { checkRecipe } from "./recipe.policy.js";
import { checkLimits } from "./limits.policy.js";
import type { Recipe, StudioLimits } from "./studio.values.js";

export type Problem = InvalidStudioName | InvalidSlug | SlugTaken | InvalidText | InvalidRecipe | InvalidLimits;

/** What a studio is made of and can be wrong. */
export interface StudioFacts extends StudioLimits {
  name: string;
  slug: string;
  welcomeText: string;
  consentText: string;
  recipe: Recipe;
}

const SLUG = /^(?=.{3,63}$)[a-z0-9]+(-[a-z0-9]+)*$/;
/** Control characters, and halves of surrogate pairs: no encoding keeps those, so what is stored would differ. */
const CONTROL = /[\p{Cc}\p{Cs}]/u;
/** Line breaks and tabs are part of a text; other control characters break databases and pages. */
const CONTROL_IN_TEXT = /[^\P{Cc}\t\n\r]|\p{Cs}/u;

const WELCOME_MAX = 2_000;
const CONSENT_MAX = 20_000;

/** Everything that is wrong with a studio, each problem with its path. `slugTaken` is known from the directory. */
export function checkStudio(facts: StudioFacts, slugTaken: boolean): Problem[] {
  return [
    ...checkName(facts.name),
    ...(isSlug(facts.slug) ? [] : [new InvalidSlug(SLUG_MESSAGE, ["input", "slug"])]),
    ...(slugTaken ? [new SlugTaken("This link is in use. Choose another slug.", ["input", "slug"])] : []),
    ...checkText("welcomeText", "welcome text", facts.welcomeText, 0, WELCOME_MAX),
    ...checkText("consentText", "consent text", facts.consentText, 1, CONSENT_MAX),
    ...checkRecipe(facts.recipe),
    ...checkLimits(facts),
  ];
}

const SLUG_MESSAGE = "A slug has 3 to 63 lower-case letters, digits and single hyphens between them.";

/** Whether a text can be a slug. */
export function isSlug(text: string): boolean {
  return SLUG.test(text);
}

function checkName(name: string): InvalidStudioName[] {
  const length = name.trim().length;
  if (length >= 1 && length <= 100 && !CONTROL.test(name)) return [];
  return [new InvalidStudioName("A studio's name has 1 to 100 characters on one line.", ["input", "name"])];
}

function checkText(field: string, what: string, text: string, min: number, max: number): InvalidText[] {
  const length = text.trim().length;
  if (length >= min && length <= max && !CONTROL_IN_TEXT.test(text)) return [];
  return [
    new InvalidText(`The ${what} has ${min} to ${max} characters, none of them a control character.`, ["input", field]),
  ];
}

/** Galleries show public fields (L0) alone, and what an account uses no more is not chosen anew. */
export function checkCaptionField(field: { sensitivity: string; state: string }): CaptionFieldNotPublic | null {
  if (field.sensitivity !== "L0") return new CaptionFieldNotPublic("Galleries show public fields (L0) alone.");
  if (field.state !== "active") return new CaptionFieldNotPublic("The field is not in use any more.");
  return null;
}
