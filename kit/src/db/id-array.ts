import { sql, type SQL } from "drizzle-orm";

/** Ids as one `uuid[]` parameter, for `= any(…)`: the statement's text stays the same however many there are. */
export function idArray(ids: readonly string[]): SQL {
  return sql`${`{${ids.join(",")}}`}::uuid[]`;
}
