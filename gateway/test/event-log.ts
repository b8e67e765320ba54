/** An event log in memory, with positions as cursors. */
export class EventLog {
  readonly #events: { n: number; type: string }[] = [];
  /** How many pages were read. */
  reads = 0;
  /** Thrown by the next reads, first to last. */
  readonly failures: Error[] = [];

  append(type = "SUBMISSION_SUBMITTED"): void {
    this.#events.push({ n: this.#events.length + 1, type });
  }

  page({ after, first, types }: { after: string | null; first: number; types?: string[] }) {
    this.reads++;
    const failure = this.failures.shift();
    if (failure) throw failure;
    const head = String(this.#events.length);
    if (after === null) return { edges: [], endCursor: head, hasMore: false };
    const later = this.#events.filter(({ n, type }) => n > Number(after) && (!types || types.includes(type)));
    const edges = later
      .slice(0, first)
      .map((event) => ({ cursor: String(event.n), node: { id: `event-${event.n}`, ...event } }));
    const hasMore = later.length > first;
    return { edges, endCursor: hasMore ? edges.at(-1)!.cursor : head, hasMore };
  }
}
