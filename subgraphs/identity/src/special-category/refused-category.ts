/** What the law protects specially (GDPR art. 9 (1) and 10, P03). */
export const SPECIAL_CATEGORIES = [
  "racial_or_ethnic_origin",
  "religion_or_belief",
  "political_opinion",
  "trade_union_membership",
  "health",
  "sex_life_or_orientation",
  "genetic_data",
  "biometric_data",
  "criminal_record",
] as const;

export type SpecialCategory = (typeof SPECIAL_CATEGORIES)[number];

/** What a custom field must not ask for: a special category, or a payment card's number (P35). */
export type RefusedCategory = SpecialCategory | "card_number";

/**
 * One language's words. Terms are separated by commas; `word` (and its plural), `stem*`, `*part*`, `two words` also
 * written together, `=text` only if it is all there is. Accents and case do not matter; an umlaut is also its `ae`.
 */
export interface Lexicon {
  asks: Readonly<Record<RefusedCategory, string>>;
  /** Phrases that hold such a word and ask for nothing of the kind: taken out before the rest is looked at. */
  innocent: string;
}
