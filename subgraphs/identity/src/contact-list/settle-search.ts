import { and, sql, type SQL } from "drizzle-orm";
import type { Tx } from "@studio/kit/db/database.js";
import type { IdentityContext } from "../context.js";
import { misspellings } from "./misspellings.js";
import type { Search } from "./read-search.js";
import { FEW, isFirstWord, postings, wordTests } from "./search.sql.js";
import type { SettledSearch, WordMatch, WordSearch } from "./search.sql.js";
import { countEntries, findKnownWords, findsAny } from "./settle-search.repository.js";

/** How closely words must be met, each tried where the one before finds nobody in the list. */
export const STAGES = ["literal", "misspelt", "similar"] as const;

export type Stage = (typeof STAGES)[number];

/**
 * Decides how a search finds: by whole words and beginnings; else by words one letter away; else by similar ones.
 * @param rest what else holds of the list: nobody outside of it has a say in how it is searched
 * @param wanted the stage of the page that a cursor is from, which its other pages keep
 */
export function settleSearch(
  context: IdentityContext,
  accountId: string,
  search: Search,
  rest: SQL,
  wanted?: Stage,
): Promise<SettledSearch> {
  return context.services.db.inAccount(accountId, async (tx) => {
    for (const stage of STAGES) {
      if (wanted !== undefined && stage !== wanted) continue;
      if (stage === "similar") break;
      const settled = await settleWords(tx, accountId, search, stage);
      if (settled === null) continue;
      if (
        wanted ||
        (await findsAny(tx, { ...walkOf(accountId, settled), where: and(rest, ...testsOfFound(accountId, settled))! }))
      )
        return settled;
    }
    return { ...search, stage: "similar" };
  });
}

/** The index entries that a search walks, and what must hold of each entry's contact. */
export function walkOf(accountId: string, search: WordSearch): { found: SQL; where: SQL } {
  return {
    found: postings(accountId, search.rarest, search),
    where: and(isFirstWord(search), ...testsOfFound(accountId, search))!,
  };
}

/** Tests of the contact of an entry, never of contacts at large: PostgreSQL takes texts for rare, and would begin there. */
function testsOfFound(accountId: string, search: WordSearch): SQL[] {
  return wordTests(accountId, search, sql`found.contact_id`).map(
    (test) => sql`case when found.contact_id is not null then ${test} end`,
  );
}

/** Null if some word is met by nothing. */
async function settleWords(
  tx: Tx,
  accountId: string,
  search: Search,
  stage: WordSearch["stage"],
): Promise<WordSearch | null> {
  if (search.words.length === 0) return null;
  const { addresses, emails } = search;
  const matches = await matchWords(tx, accountId, search, stage);
  const counts = await countEntries(tx, accountId, matches, search);
  const least = Math.min(...counts);
  if (least === 0) return null;
  const counted = matches.map((match, index) => ({ ...match, few: counts[index]! <= FEW }));
  const [rarest] = counted.splice(counts.indexOf(least), 1);
  return { stage, rarest: rarest!, rest: counted, addresses, emails };
}

async function matchWords(
  tx: Tx,
  accountId: string,
  { words, emails }: Search,
  stage: WordSearch["stage"],
): Promise<WordMatch[]> {
  if (stage === "literal") return words.map((beginning) => ({ beginning, others: [] }));
  const guesses = words.map((word) => misspellings(word));
  const known = await findKnownWords(tx, accountId, guesses.flat(), { emails });
  return words.map((beginning, index) => {
    const others = guesses[index]!.filter((word) => known.has(word) && !word.startsWith(beginning));
    return { beginning, others };
  });
}
