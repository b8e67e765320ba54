import { sql, type SQL } from "drizzle-orm";
import type { Tx } from "@studio/kit/db/database.js";
import { typedArray } from "@studio/kit/paging/keyset.js";
import { contactWord } from "./contact-word.table.js";
import { contact } from "../contact/contact.table.js";
import { FEW, postings, type WordMatch } from "./search.sql.js";
import { walking } from "./walking.js";

/** How many entries the index of words has for each word, counted no further than `FEW` and one. */
export async function countEntries(
  tx: Tx,
  accountId: string,
  matches: readonly WordMatch[],
  scope: { emails: boolean },
): Promise<number[]> {
  const counts = matches.map(
    (match) =>
      sql`(select count(*)::int from (select 1 from ${postings(accountId, match, scope)} entry limit ${FEW + 1}) capped)`,
  );
  const [row] = await tx.execute<{ counts: number[] }>(
    sql`select array[${sql.join(counts, sql`, `)}]::int[] as counts`,
  );
  return row?.counts ?? [];
}

/** Which of these words some contact of the account has. */
export async function findKnownWords(
  tx: Tx,
  accountId: string,
  words: readonly string[],
  { emails }: { emails: boolean },
): Promise<ReadonlySet<string>> {
  const known = sql`select 1 from ${contactWord} where ${contactWord.accountId} = ${accountId}::uuid
    and ${contactWord.word} = given.word collate "C"${emails ? sql`` : sql` and ${contactWord.inName}`} limit 1`;
  // Its limit keeps PostgreSQL from joining the other way round: all of the account's words against each of these.
  // In order, neighbours are on the same pages of the index.
  const rows = await tx.execute<{ word: string }>(
    sql`select given.word from unnest(${typedArray(words.toSorted(), "text")}) as given (word) cross join lateral (${known}) known`,
  );
  return new Set(rows.map(({ word }) => word));
}

/** Whether any contact is found. */
export async function findsAny(tx: Tx, { found, where }: { found: SQL; where: SQL }): Promise<boolean> {
  const query = sql`select 1 from ${found} found join ${contact} on ${contact.id} = found.contact_id where ${where} limit 1`;
  const rows = await walking(tx, () => tx.execute(query).execute());
  return rows.length > 0;
}
