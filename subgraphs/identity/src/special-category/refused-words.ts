import { ENGLISH } from "./lexicon/en.js";
import { FRENCH } from "./lexicon/fr.js";
import { GERMAN } from "./lexicon/de.js";
import { SPANISH } from "./lexicon/es.js";
import { SPECIAL_CATEGORIES, type RefusedCategory } from "./refused-category.js";
import { foldLetters } from "./text-readings.js";

/** Every language is looked for in every text: a key has no language, and a label may be in another than it says. */
const LEXICONS = [ENGLISH, GERMAN, FRENCH, SPANISH];

/** What finds a category's words in a reading. */
export interface RefusedWords {
  category: RefusedCategory;
  inText: RegExp;
  /** The same for words taken together of several, where only a long word counts. */
  inJoined: RegExp;
}

const LONG = 6;
const PLURAL = "(?:s|es|n|en|e)?";

/** All categories, special ones first. */
export const REFUSED_WORDS: readonly RefusedWords[] = [...SPECIAL_CATEGORIES, "card_number" as const].map(
  (category) => {
    const terms = LEXICONS.flatMap((lexicon) => termsOf(lexicon.asks[category]));
    // Whole words only: a stem would be met where two names stand side by side.
    const long = terms.filter((term) => /^[^ =*]+$/.test(term) && term.length >= LONG);
    return { category, inText: toPattern(terms), inJoined: new RegExp(toPattern(long).source, "u") };
  },
);

/** Phrases that ask for nothing, wherever they stand. */
export const INNOCENT_WORDS = new RegExp(
  toPattern(LEXICONS.flatMap((lexicon) => termsOf(lexicon.innocent))).source,
  "gu",
);

function termsOf(list: string): string[] {
  return list
    .split(",")
    .map((term) => term.trim().replaceAll(/\s+/g, " "))
    .filter((term) => term !== "");
}

function toPattern(terms: readonly string[]): RegExp {
  const exact = terms.filter((term) => term.startsWith("=")).map((term) => toSource(term.slice(1)));
  const within = terms.filter((term) => !term.startsWith("=")).map(toSource);
  const alternatives = [`(?<= )(?:${within.join("|")})(?= )`];
  if (exact.length > 0) alternatives.push(`^ (?:${exact.join("|")}) $`);
  return new RegExp(alternatives.join("|"), "u");
}

/** An umlaut may be written `ae` or `a`; words of a phrase may be written together; a whole word may be plural. */
function toSource(term: string): string {
  const open = term.endsWith("*") || term.length < 4;
  const folded = term
    .replaceAll(/[äöü]/g, (umlaut) => `${foldLetters(umlaut).charAt(0)}?`)
    .split(" ")
    .map(foldLetters)
    .join(" ?");
  const letters = folded.replaceAll(/([aou])\?/g, "$1e?").replaceAll("*", "[^ ]*");
  return open ? letters : letters + PLURAL;
}
