import type { StorageCheckRow } from "./storage-check.table.js";

/** What a walk over the store counts as it goes. */
export type Tally = Pick<StorageCheckRow, "objects" | "rows" | "orphans" | "lost">;

/** One walk over the whole store: to count what differs, or to repair it as well. */
export interface Walk {
  repairs: boolean;
  tally: Tally;
}

export function newWalk(repairs: boolean): Walk {
  return { repairs, tally: { objects: 0, rows: 0, orphans: 0, lost: 0 } };
}
