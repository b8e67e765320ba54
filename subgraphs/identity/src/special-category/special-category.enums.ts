import { graphqlEnum } from "../graphql-enum.js";
import type { SpecialCategory } from "./refused-category.js";

export const SpecialCategoryEnum = graphqlEnum<SpecialCategory>(
  "SpecialCategory",
  "What the law protects specially (GDPR art. 9 (1) and 10).",
  {
    racial_or_ethnic_origin: "Race or ethnic origin.",
    religion_or_belief: "Religious or philosophical belief.",
    political_opinion: "Political opinion.",
    trade_union_membership: "Membership of a trade union.",
    health: "Health.",
    sex_life_or_orientation: "Sex life or sexual orientation.",
    genetic_data: "Genetic data.",
    biometric_data: "Biometric data.",
    criminal_record: "Criminal convictions and offences.",
  },
);

/** What a category is called in a sentence, and the law that protects it. */
export const CATEGORY_WORDS: Readonly<Record<SpecialCategory, { name: string; law: string }>> = {
  racial_or_ethnic_origin: { name: "race or ethnic origin", law: "GDPR art. 9 (1)" },
  religion_or_belief: { name: "religion or belief", law: "GDPR art. 9 (1)" },
  political_opinion: { name: "political opinion", law: "GDPR art. 9 (1)" },
  trade_union_membership: { name: "trade union membership", law: "GDPR art. 9 (1)" },
  health: { name: "health", law: "GDPR art. 9 (1)" },
  sex_life_or_orientation: { name: "sex life or sexual orientation", law: "GDPR art. 9 (1)" },
  genetic_data: { name: "genetic data", law: "GDPR art. 9 (1)" },
  biometric_data: { name: "biometric data", law: "GDPR art. 9 (1)" },
  criminal_record: { name: "criminal convictions and offences", law: "GDPR art. 10" },
};
