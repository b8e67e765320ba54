import type { LogPlace, LoggedEvent } from "@studio/kit/events/read.js";

/** A stretch of the log that was read: the rows to deliver, and the position up to which nothing is left behind. */
export interface Stretch {
  events: LoggedEvent[];
  end: LogPlace;
  hasMore: boolean;
}

/**
 * How far the log is read by rows that were asked for with one more than wanted.
 * Positions have no gaps and are committed in order, so where no row is left over, everything up to the head that
 * was seen before the rows were read has been passed, filtered events included.
 * @param rows at most `first + 1` rows after `after`, in order, read after `head` was
 */
export function stretchOf(
  rows: readonly LoggedEvent[],
  { after, head, first }: { after: LogPlace; head: LogPlace; first: number },
): Stretch {
  const events = rows.slice(0, first);
  const last = events.at(-1) ?? after;
  const hasMore = rows.length > first;
  const { position, day } = hasMore || last.position > head.position ? last : head;
  return { events, hasMore, end: { position, day } };
}
