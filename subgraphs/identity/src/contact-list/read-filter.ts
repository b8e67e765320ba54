import type { ContactFilter } from "./contact-filter.input.js";
import type { ArgumentPath, Condition } from "./condition.js";
import type { FieldUses } from "./field-uses.js";
import type { StandardField } from "./list-field.js";
import { ListRefused } from "./list-refused.js";
import { readTests, type GivenTests } from "./read-tests.js";

/** How deep a filter may nest, and how many comparisons it may make. */
export const FILTER_LIMITS = { depth: 8, tests: 60 } as const;

/**
 * Reads a filter: every field in it is decided for the viewer, and every value checked against its field's type.
 * @throws ListRefused naming the path of what is wrong, never its value
 */
export function readFilter(given: ContactFilter, uses: FieldUses, path: ArgumentPath = ["filter"]): Condition {
  return new FilterReader(uses).read(given, path, 1);
}

class FilterReader {
  readonly #uses: FieldUses;
  #tests = 0;

  constructor(uses: FieldUses) {
    this.#uses = uses;
  }

  read(given: ContactFilter, path: ArgumentPath, depth: number): Condition {
    if (depth > FILTER_LIMITS.depth) {
      throw ListRefused.malformed(path, `Nest a filter at most ${FILTER_LIMITS.depth} deep.`);
    }
    const parts: Condition[] = [];
    for (const [key, value] of Object.entries(given)) {
      if (value === undefined) continue;
      if (value === null) throw ListRefused.malformed([...path, key], "Leave out what is not to be compared.");
      parts.push(this.#part(key, value, [...path, key], depth));
    }
    return parts.length === 1 ? parts[0]! : { kind: "all", of: parts };
  }

  #part(key: string, value: unknown, path: ArgumentPath, depth: number): Condition {
    switch (key) {
      case "and":
        return { kind: "all", of: this.#each(value as ContactFilter[], path, depth) };
      case "or":
        return { kind: "any", of: this.#each(value as ContactFilter[], path, depth) };
      case "not":
        return { kind: "not", of: this.read(value as ContactFilter, path, depth + 1) };
      case "custom": {
        const { key: name, ...tests } = value as GivenTests & { key: string };
        return this.#compare(this.#uses.custom(name, path), tests, path);
      }
      default:
        return this.#compare(this.#uses.standard(key as StandardField, path), value as GivenTests, path);
    }
  }

  #each(filters: readonly ContactFilter[], path: ArgumentPath, depth: number): Condition[] {
    return filters.map((filter, index) => this.read(filter, [...path, String(index)], depth + 1));
  }

  #compare(field: ReturnType<FieldUses["standard"]>, given: GivenTests, path: ArgumentPath): Condition {
    const tests = readTests(field, given, path);
    this.#uses.requireOwnGroups(field, tests, path);
    this.#tests += tests.length;
    if (this.#tests > FILTER_LIMITS.tests) {
      throw ListRefused.malformed(path, `Compare at most ${FILTER_LIMITS.tests} times in one filter.`);
    }
    const of = tests.map((test): Condition => ({ kind: "test", field, test, path }));
    return of.length === 1 ? of[0]! : { kind: "all", of };
  }
}
