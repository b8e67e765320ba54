import type { ArgumentPath } from "./condition.js";
import type { FieldUses } from "./field-uses.js";
import { ListRefused } from "./list-refused.js";

/** Words that must all be found, and where they are looked for. */
export interface Search {
  /** In the form in which words are indexed: `plainWords`. */
  words: readonly string[];
  /** Beginnings of email addresses, in lower case. Their words are among `words`. */
  addresses: readonly string[];
  /** Whether email addresses are searched beside the names. */
  emails: boolean;
}

const MAX_SEARCH = 100;
const MAX_WORDS = 6;
/** Longer words are indexed by as many letters. */
const MAX_LETTERS = 64;

/**
 * Reads what is searched for; null if it is blank, which is no search and uses no field. Emails are searched only for
 * those who may read them.
 * @throws ListRefused if the viewer may not search names, or there are too many words
 */
export function readSearch(given: string, uses: FieldUses, path: ArgumentPath = ["search"]): Search | null {
  if (given.length > MAX_SEARCH) throw ListRefused.malformed(path, `Search for at most ${MAX_SEARCH} characters.`);
  if (given.includes("\0") || !given.isWellFormed())
    throw ListRefused.malformed(path, "Search for text: a zero character, or half of a surrogate pair, is none.");
  const parts = given.normalize("NFC").toLowerCase().split(/\s+/).filter(Boolean);
  if (parts.length === 0) return null;
  for (const name of ["firstName", "lastName"] as const) uses.standard(name, path);
  const addresses = parts.filter((part) => part.includes("@"));
  const words = new Set(parts.flatMap((part) => plainWords(part.replace(/@.*$/, ""))));
  if (words.size > MAX_WORDS) throw ListRefused.malformed(path, `Search for at most ${MAX_WORDS} words.`);
  return { words: [...words], addresses, emails: uses.maybe("email") };
}

/** A text's words without accents and in lower case, as the database's `identity.plain_text` makes them. */
function plainWords(text: string): string[] {
  const letters = text.normalize("NFKD").replaceAll(/[\u0300-\u036F]/g, "");
  const words = letters.toLowerCase().split(/[^\p{L}\p{N}]+/u);
  return words.filter(Boolean).map((word) => word.slice(0, MAX_LETTERS));
}
