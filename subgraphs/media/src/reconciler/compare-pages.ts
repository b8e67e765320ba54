import type { ObjectStore, ObjectSummary } from "../storage/object-store.js";
import type { StoredRow } from "./stored-row.repository.js";

const PAGE = 1_000;

/** A stretch of keys, looked at from both sides. */
export interface ComparedPage {
  objects: number;
  rows: number;
  withoutRow: ObjectSummary[];
  withoutObject: StoredRow[];
}

/**
 * Walks objects and rows side by side in the order of their keys, a page of each in memory. A row may have come after
 * its page of objects was listed: ask again before anything is done about it.
 */
export async function* comparePages(
  objects: ObjectStore,
  prefix: string,
  listRows: (after: string, limit: number) => Promise<StoredRow[]>,
): AsyncGenerator<ComparedPage> {
  let after: string | undefined;
  do {
    const page = await objects.list({ prefix, limit: PAGE, ...(after !== undefined && { after }) });
    const rows = await listRows(after ?? prefix, PAGE);
    const ends = [page.nextAfter, rows.length === PAGE ? rows.at(-1)!.objectKey : undefined];
    after = ends.filter((end) => end !== undefined).toSorted((left, right) => (left < right ? -1 : 1))[0];
    yield compare(
      page.objects.filter(({ key }) => after === undefined || key <= after),
      rows.filter(({ objectKey }) => after === undefined || objectKey <= after),
    );
  } while (after !== undefined);
}

function compare(objects: readonly ObjectSummary[], rows: readonly StoredRow[]): ComparedPage {
  const stored = new Set(objects.map(({ key }) => key));
  const known = new Set(rows.map(({ objectKey }) => objectKey));
  return {
    objects: objects.length,
    rows: rows.length,
    withoutRow: objects.filter(({ key }) => !known.has(key)),
    withoutObject: rows.filter(({ objectKey }) => !stored.has(objectKey)),
  };
}
