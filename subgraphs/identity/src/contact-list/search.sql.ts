import { and, sql, type SQL } from "drizzle-orm";
import { contact } from "../contact/contact.table.js";
import type { Search } from "./read-search.js";

/** Shorter words have no three letters in a row to be found by, so they match as a name's beginning. */
const SHORTEST_SIMILAR = 3;

/** The text whose similarity to the words orders matches: the same expression as in the search view. */
const NAMES = sql`lower(${contact.firstName} || ' ' || ${contact.lastName})`;

/**
 * Contacts that match every word. The view reads past row security, so that the index of word parts can be used; it
 * names the account itself, gives ids alone here, and the rows then come from under row security.
 */
export function matchesSearch(accountId: string, { words, emails }: Search): SQL {
  return found(accountId, and(...words.map((word) => matchesWord(word, emails)))!);
}

/** Contacts whose first and last name, with a blank between, match a pattern in lower case. */
export function namesLike(accountId: string, pattern: string): SQL {
  const lowered = sql`lower(${pattern}::text collate "und-x-icu")`;
  return found(accountId, sql`found.everything like ${lowered} and found.names like ${lowered}`);
}

/** How well a contact matches: 0 to 10,000, whole numbers so that a cursor carries them exactly. */
export function relevance({ words, emails }: Search): SQL {
  const similarity = (text: SQL) => sql`extensions.word_similarity(${words.join(" ")}, ${text})`;
  const best = emails
    ? sql`greatest(${similarity(NAMES)}, ${similarity(sql`coalesce(${contact.emailKey}, '')`)})`
    : similarity(NAMES);
  return sql`(${best} * 10000)::int4`;
}

function found(accountId: string, which: SQL): SQL {
  return sql`${contact.id} = any(array(
    select found.id from identity.contact_search_text found where found.account_id = ${accountId}::uuid and ${which}))`;
}

/** The index is of names and emails in one; whoever may not search emails narrows by it and looks at the names. */
function matchesWord(word: string, emails: boolean): SQL {
  if (word.includes("@")) return emails ? sql`found.email_key ^@ ${word}` : sql`false`;
  const isShort = word.length < SHORTEST_SIMILAR;
  const matches = (text: SQL) =>
    isShort ? sql`(' ' || ${text}) like ${`% ${escaped(word)}%`}` : sql`${text} operator(extensions.%>) ${word}`;
  const inEverything = matches(sql`found.everything`);
  return emails ? inEverything : and(inEverything, matches(sql`found.names`))!;
}

function escaped(word: string): string {
  return word.replaceAll(/[%_\\]/g, String.raw`\$&`);
}
