import { defineConfig } from "vitest/config";
import { CountReporter } from "./tests/support/count-reporter.ts";

// One copy of graphql: Vitest would otherwise load its ESM and CommonJS builds side by side.
const resolve = { alias: [{ find: /^graphql$/, replacement: "graphql/index.js" }], conditions: ["source"] };
/** A busy machine takes its time: what is polled for may come late, and the test's own limit is the end. */
const patient = { expect: { poll: { timeout: 15_000 } } };

const source = { resolve, ssr: { resolve: { conditions: ["source"] } } };

const platformSuites = ["journeys", "federation", "access", "events", "faults", "promises"].map(
  (suite) => `tests/${suite}/**/*.test.ts`,
);

/** The suites that run the whole platform, in one of its two modes. */
const platform = (mode: "embedded" | "distributed") => ({
  ...source,
  test: {
    name: mode,
    ...patient,
    include: mode === "distributed" ? [...platformSuites, "tests/{processes,chaos}/**/*.test.ts"] : platformSuites,
    env: { PLATFORM_MODE: mode },
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});

export default defineConfig({
  test: {
    reporters: ["default", new CountReporter()],
    maxWorkers: 2,
    projects: [
      {
        ...source,
        test: {
          name: "unit",
          ...patient,
          include: ["{kit,gateway,dev,schema}/src/**/*.test.ts", "subgraphs/*/src/**/*.test.ts"],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      platform("embedded"),
      platform("distributed"),
      {
        ...source,
        // What is bounded in real time, once all others are done.
        test: { name: "alone", include: ["tests/alone/**/*.test.ts"], sequence: { groupOrder: 1 } },
      },
      {
        ...source,
        test: {
          name: "services",
          ...patient,
          include: ["tests/services/**/*.test.ts"],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
