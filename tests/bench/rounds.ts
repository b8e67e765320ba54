import { performance } from "node:perf_hooks";

/** One thing that is measured. `run` does it once; `turn` lets it vary what it asks. */
export interface Case {
  name: string;
  run: (turn: number) => Promise<void>;
}

/** Milliseconds for one run: the median of the rounds' medians, and the lowest and highest of those. */
export interface Figure {
  median: number;
  low: number;
  high: number;
  /** The highest 95th percentile of any round. */
  p95: number;
}

export interface Rounds {
  rounds: number;
  /** Runs of each case in each round, one after the other. */
  runs: number;
}

/**
 * Measures cases round by round, each round all of them in turn, so that whatever else the machine does meanwhile falls
 * on all alike. A first round warms up and is not counted.
 */
export async function measure(cases: readonly Case[], { rounds, runs }: Rounds): Promise<Map<string, Figure>> {
  const medians = new Map<string, { median: number; p95: number }[]>(cases.map(({ name }) => [name, []]));
  for (let round = 0; round <= rounds; round++) {
    for (const { name, run } of cases) {
      const times: number[] = [];
      for (let turn = 0; turn < runs; turn++) {
        const start = performance.now();
        await run(round * runs + turn);
        times.push(performance.now() - start);
      }
      if (round > 0) medians.get(name)!.push({ median: quantile(times, 0.5), p95: quantile(times, 0.95) });
    }
  }
  return new Map([...medians].map(([name, each]) => [name, figureOf(each)]));
}

function figureOf(each: readonly { median: number; p95: number }[]): Figure {
  const medians = each.map(({ median }) => median);
  return {
    median: quantile(medians, 0.5),
    low: Math.min(...medians),
    high: Math.max(...medians),
    p95: Math.max(...each.map(({ p95 }) => p95)),
  };
}

/** The value below which that share of the values lies. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((left, right) => left - right);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!;
}
