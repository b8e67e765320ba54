import type { ArgumentPath } from "./condition.js";
import type { FieldUses } from "./field-uses.js";
import { ListRefused } from "./list-refused.js";

/** Words that must all be found, and where they are looked for. */
export interface Search {
  words: readonly string[];
  /** Whether email addresses are searched beside the names. */
  emails: boolean;
}

const MAX_SEARCH = 100;
const MAX_WORDS = 6;

/**
 * Reads what is searched for. Emails are searched only for those who may read them.
 * @throws ListRefused if the viewer may not search names, or there are too many words
 */
export function readSearch(given: string, uses: FieldUses, path: ArgumentPath = ["search"]): Search | null {
  uses.standard("firstName", path);
  if (given.length > MAX_SEARCH || given.includes("\0") || !given.isWellFormed()) {
    throw ListRefused.malformed(path, `Search for at most ${MAX_SEARCH} characters.`);
  }
  const words = given.normalize("NFC").toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length > MAX_WORDS) throw ListRefused.malformed(path, `Search for at most ${MAX_WORDS} words.`);
  return words.length === 0 ? null : { words, emails: uses.maybe("email") };
}
