import type { ArgumentPath, Test } from "./condition.js";
import type { ListField, ValueKind } from "./list-field.js";
import { ListRefused } from "./list-refused.js";
import { readComparable, readPart } from "./read-comparable.js";

type Operator = Test["op"];

/** What was given for one field: an operand by operator. */
export type GivenTests = { readonly [operator: string]: unknown };

const MAX_VALUES = 500;

const ORDERED: readonly Operator[] = ["eq", "in", "lt", "gt", "between", "isSet"];

const OPERATORS: Readonly<Record<ValueKind, readonly Operator[]>> = {
  text: [...ORDERED, "contains", "startsWith"],
  email: [...ORDERED, "contains", "startsWith"],
  number: ORDERED,
  moment: ORDERED,
  boolean: ["eq", "in", "isSet"],
  choice: ["eq", "in", "isSet"],
  choices: ["eq", "in", "contains", "isSet"],
  id: ["eq", "in", "isSet"],
  sealed: ["isSet"],
};

/**
 * The comparisons of one field, each checked against the field's type.
 * @throws ListRefused naming the path of the operator
 */
export function readTests(field: ListField, given: GivenTests, path: ArgumentPath): Test[] {
  const tests: Test[] = [];
  for (const [operator, operand] of Object.entries(given)) {
    if (operand === undefined) continue;
    const at = [...path, operator];
    tests.push(readTest(field, allowedOperator(field, operator, at), operand, at));
  }
  return tests;
}

function allowedOperator(field: ListField, operator: string, path: ArgumentPath): Operator {
  const allowed = OPERATORS[field.values];
  const found = allowed.find((one) => one === operator);
  if (found) return found;
  const why = field.values === "sealed" ? "Its values are kept sealed" : "Its type does not compare this way";
  throw ListRefused.malformed(path, `${why}; use ${allowed.join(", ")}.`);
}

function readTest(field: ListField, op: Operator, operand: unknown, path: ArgumentPath): Test {
  if (operand === null) throw ListRefused.malformed(path, "Null is no value to compare with: ask isSet.");
  switch (op) {
    case "eq":
      return { op, value: readComparable(field, operand, path) };
    case "lt":
    case "gt":
      return { op, value: readComparable(field, operand, path) };
    case "in":
      return { op, values: readValues(field, operand, path) };
    case "between":
      return readBetween(field, operand, path);
    case "contains":
    case "startsWith":
      return { op, text: readPart(field, operand, path) };
    case "isSet":
      return { op, value: operand === true };
    default:
      return op satisfies never;
  }
}

function readValues(field: ListField, operand: unknown, path: ArgumentPath) {
  const given = Array.isArray(operand) ? operand : [operand];
  if (given.length > MAX_VALUES) throw ListRefused.malformed(path, `Name at most ${MAX_VALUES} values.`);
  return given.map((value, index) => readComparable(field, value, [...path, String(index)]));
}

function readBetween(field: ListField, operand: unknown, path: ArgumentPath): Test {
  const given = Array.isArray(operand) ? operand : [];
  if (given.length !== 2) throw ListRefused.malformed(path, "Give two values: the first and the last.");
  const [low, high] = given.map((value, index) => readComparable(field, value, [...path, String(index)]));
  return { op: "between", low: low as string, high: high as string };
}
