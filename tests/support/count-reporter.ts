import type { Reporter, TestModule } from "vitest/node";

/** Ends a run with one plain line, `N passed, N failed`, that a machine can read. */
export class CountReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const passed = tests.filter((test) => test.result().state === "passed").length;
    // A file that could not be read, or whose hooks failed, is broken though none of its tests is.
    const isBroken = (module: TestModule) =>
      module.state() === "failed" && ![...module.children.allTests("failed")].length;
    const broken = modules.filter(isBroken).length;
    const failed = tests.filter((test) => test.result().state === "failed").length + broken + errors.length;
    process.on("exit", () => process.stdout.write(`${passed} passed, ${failed} failed\n`));
  }
}
