import { and, sql, type SQL } from "drizzle-orm";
import { typedArray } from "@studio/kit/paging/keyset.js";
import { contact } from "../contact/contact.table.js";
import { contactWord } from "./contact-word.table.js";
import type { Search } from "./read-search.js";

/** What stands for one searched word: what begins with it, and other words that it may have been meant to be. */
export interface WordMatch {
  beginning: string;
  others: readonly string[];
}

/** A word's match in one account. */
export interface CountedMatch extends WordMatch {
  /** Whether so few contacts have it that all of them can be looked at. */
  few: boolean;
}

/** A search whose words are looked up in the index of words: contacts with the `rarest` one that have the others too. */
export interface WordSearch {
  stage: "literal" | "misspelt";
  rarest: CountedMatch;
  rest: readonly CountedMatch[];
  addresses: readonly string[];
  emails: boolean;
}

/** A search by three letters in a row that words have in common. */
export interface SimilarSearch extends Search {
  stage: "similar";
}

/** A search, and how it finds somebody. */
export type SettledSearch = WordSearch | SimilarSearch;

/** Up to this many contacts with a word are looked at before anything else is asked. */
export const FEW = 1000;

/** Greater than every word that begins with the text before it: nothing sorts after U+10FFFF. */
const END = "\u{10FFFF}";

/** Contacts that a settled search finds. */
export function matchesSearch(accountId: string, search: SettledSearch): SQL {
  if (search.stage === "similar") return and(similarTo(search), ...addressTests(search))!;
  const ids = sql`select found.contact_id from ${postings(accountId, search.rarest, search)} found`;
  // Of many it is better to walk a list's own order; `is true` keeps PostgreSQL from joining, and then sorting, all.
  const isOne = search.rarest.few ? sql`${contact.id} = any(array(${ids}))` : sql`(${contact.id} in (${ids})) is true`;
  return and(isOne, ...wordTests(accountId, search, sql`${contact.id}`))!;
}

/** Whether the contact of this id has the words beside the rarest one, and the addresses. */
export function wordTests(accountId: string, search: WordSearch, id: SQL): SQL[] {
  const tests = search.rest.map((match) =>
    // Few are read from the index once, and hashed; `is true` keeps PostgreSQL from joining them.
    match.few
      ? sql`(${id} in (select other.contact_id from ${postings(accountId, match, search)} other)) is true`
      : isOnContact(match, search),
  );
  return [...tests, ...addressTests(search)];
}

/** The index's entries for a word: `word`, `created_at`, `contact_id`, each part of it in this order. */
export function postings(accountId: string, { beginning, others }: WordMatch, { emails }: { emails: boolean }): SQL {
  const which = [
    sql`${contactWord.word} >= ${beginning}::text and ${contactWord.word} < ${beginning + END}::text`,
    ...others.map((word) => sql`${contactWord.word} = ${word}::text`),
  ];
  const selects = which.map(
    (
      one,
    ) => sql`select ${contactWord.word} as word, ${contactWord.createdAt} as created_at, ${contactWord.contactId} as contact_id
      from ${contactWord} where ${contactWord.accountId} = ${accountId}::uuid and ${one}${emails ? sql`` : sql` and ${contactWord.inName}`}`,
  );
  return sql`(${sql.join(selects, sql` union all `)})`;
}

/** Of a contact that has several words for the rarest one, the first: so that it is listed once. */
export function isFirstWord({ rarest: { beginning, others }, emails }: WordSearch): SQL {
  return sql`found.word = (select min(left(own.word, 64) collate "C") from string_to_table(${textOf(emails)}, ' ') as own (word)
    where own.word ^@ ${beginning}::text or own.word = any(${typedArray(others, "text")}))`;
}

/** Contacts whose first and last name, with a blank between, match a pattern in lower case. */
export function namesLike(pattern: string): SQL {
  return sql`${contact.id} = any(array(select identity.contacts_named_like(${pattern}::text)))`;
}

/** How similar a contact's names are: 0 to 10,000, whole numbers so that a cursor carries them exactly. */
export function similarity({ words, emails }: SimilarSearch): SQL {
  return sql`(extensions.word_similarity(${words.join(" ")}, ${textOf(emails)}) * 10000)::int4`;
}

function similarTo({ words, emails }: SimilarSearch): SQL {
  return sql`${contact.id} = any(array(select identity.contacts_similar_to(${typedArray(words, "text")}, ${emails}::boolean)))`;
}

function isOnContact({ beginning, others }: WordMatch, { emails }: WordSearch): SQL {
  const patterns = [`% ${beginning}%`, ...others.map((word) => `% ${word} %`)];
  return sql`(' ' || ${textOf(emails)} || ' ') like any(${typedArray(patterns, "text")})`;
}

function addressTests({ addresses, emails }: { addresses: readonly string[]; emails: boolean }): SQL[] {
  if (addresses.length > 0 && !emails) return [sql`false`];
  return addresses.map((address) => sql`${contact.emailKey} ^@ ${address}::text`);
}

/** The words of a contact as they are indexed. */
function textOf(emails: boolean): SQL {
  const mailbox = emails ? sql` || ' ' || coalesce(split_part(${contact.emailKey}, '@', 1), '')` : sql``;
  return sql`identity.plain_text(${contact.firstName} || ' ' || ${contact.lastName}${mailbox})`;
}
