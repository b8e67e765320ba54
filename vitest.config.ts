import { globSync, readFileSync } from "node:fs";
import { configDefaults, defineConfig } from "vitest/config";
import { CountReporter } from "./tests/support/count-reporter.ts";

// One copy of graphql: Vitest would otherwise load its ESM and CommonJS builds side by side.
const resolve = { alias: [{ find: /^graphql$/, replacement: "graphql/index.js" }], conditions: ["source"] };
/** A busy machine takes its time: what is polled for may come late, and the test's own limit is the end. */
const patient = { expect: { poll: { timeout: 15_000 } } };

const source = { resolve, ssr: { resolve: { conditions: ["source"] } } };

/** What puts something else in a module's place, or weighs its own process, shares a worker with no other file. */
const needsOwnWorker = (file: string) => /vi\.(mock|doMock)\(|process\.memoryUsage/.test(readFileSync(file, "utf8"));

/** Files that hold the platform to a second of real time, or less: one by one, once all others are done. */
const BOUNDED = [
  "tests/access/people.test.ts",
  "tests/access/revoked-stream.test.ts",
  "kit/src/events/wakeup-channel.test.ts",
  "tests/processes/subscribers.test.ts",
  "subgraphs/media/src/photo/photo-progress.test.ts",
];

interface Suites {
  name: string;
  include: string[];
  env?: Record<string, string>;
  testTimeout: number;
}

/** A suite as three projects: files that share workers and what these have loaded, those that must not, and `BOUNDED` ones. */
const suites = ({ include, name, ...options }: Suites) => {
  const files = globSync(include, { cwd: import.meta.dirname });
  const [apart, alone] = [files.filter(needsOwnWorker), files.filter((file) => BOUNDED.includes(file))];
  const others = { include, exclude: [...configDefaults.exclude, ...apart, ...alone] };
  const project = (test: object) => ({ ...source, test: { ...patient, ...options, hookTimeout: 120_000, ...test } });
  return [
    project({ name, ...others, isolate: false }),
    project({ name: `${name} apart`, include: apart }),
    project({ name: `${name} alone`, include: alone, maxWorkers: 1, sequence: { groupOrder: 1 } }),
  ];
};

const platformSuites = ["journeys", "federation", "access", "events", "faults", "promises"].map(
  (suite) => `tests/${suite}/**/*.test.ts`,
);

/** The suites that run the whole platform, in one of its two modes. */
const platform = (mode: "embedded" | "distributed") =>
  suites({
    name: mode,
    include: mode === "distributed" ? [...platformSuites, "tests/{processes,chaos}/**/*.test.ts"] : platformSuites,
    env: { PLATFORM_MODE: mode },
    testTimeout: 60_000,
  });

export default defineConfig({
  test: {
    reporters: ["default", new CountReporter()],
    maxWorkers: 2,
    projects: [
      ...suites({
        name: "unit",
        include: ["{kit,gateway,dev,schema}/src/**/*.test.ts", "subgraphs/*/src/**/*.test.ts"],
        testTimeout: 30_000,
      }),
      ...platform("embedded"),
      ...platform("distributed"),
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
