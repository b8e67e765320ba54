import DataLoader from "dataloader";

/** A loader of at most one row per key: unknown keys give null. */
export function oneByKey<Row>(
  fetch: (keys: readonly string[]) => Promise<readonly Row[]>,
  keyOf: (row: Row) => string,
): DataLoader<string, Row | null> {
  return new DataLoader(
    async (keys) => {
      const rows = new Map((await fetch(keys)).map((row) => [keyOf(row), row]));
      return keys.map((key) => rows.get(key) ?? null);
    },
    { maxBatchSize: 500 },
  );
}

/** A loader of every row per key, in the order the rows came. */
export function manyByKey<Row>(
  fetch: (keys: readonly string[]) => Promise<readonly Row[]>,
  keyOf: (row: Row) => string,
): DataLoader<string, Row[]> {
  return new DataLoader(
    async (keys) => {
      const rows = Map.groupBy(await fetch(keys), keyOf);
      return keys.map((key) => rows.get(key) ?? []);
    },
    { maxBatchSize: 500 },
  );
}
