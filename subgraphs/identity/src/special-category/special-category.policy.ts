import { INNOCENT_WORDS, REFUSED_WORDS, type RefusedWords } from "./refused-words.js";
import type { RefusedCategory } from "./refused-category.js";
import { joinedNeighbours, textReadings } from "./text-readings.js";

/** A text of a definition, and where in the input it stands. */
export interface DefinitionText {
  path: string[];
  text: string;
}

/** A text that asks for what may not be asked for. */
export interface RefusedText {
  category: RefusedCategory;
  path: string[];
  /** The words that were met, as they were read. */
  matched: string;
}

/**
 * The first text of each refused category (P03, P35), in the categories' order. A list of words knows no intent: it
 * refuses some innocent texts, which an appeal lets through, and misses what is asked in other words or languages.
 */
export function findRefusedTexts(texts: readonly DefinitionText[]): RefusedText[] {
  const read = texts.map(({ path, text }) => ({ path, readings: textReadings(text).map(withoutInnocent) }));
  return REFUSED_WORDS.flatMap((words) => {
    for (const { path, readings } of read) {
      const matched = findIn(readings, words);
      if (matched !== null) return [{ category: words.category, path, matched }];
    }
    return [];
  });
}

function withoutInnocent(reading: string): string {
  return reading.replaceAll(INNOCENT_WORDS, "#");
}

function findIn(readings: readonly string[], { inText, inJoined }: RefusedWords): string | null {
  for (const reading of readings) {
    const found = inText.exec(reading) ?? inJoined.exec(` ${joinedNeighbours(reading).join(" ")} `);
    if (found) return found[0].trim();
  }
  return null;
}
