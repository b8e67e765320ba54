import type { TestPlatform } from "./platform.js";

/** Counts what reaches subgraphs, so that a test can say that nothing did. */
export interface FetchCounter {
  count: number;
}

/** Begins counting the fetches of query plans, in either mode. */
export function countFetches({ links }: TestPlatform): FetchCounter {
  const counter: FetchCounter = { count: 0 };
  for (const link of links.values()) {
    const execute = link.execute.bind(link);
    link.execute = (request) => {
      counter.count++;
      return execute(request);
    };
  }
  return counter;
}
