import type { OperationDefinitionNode } from "graphql";
import { costOfChanges } from "./operation-cost.js";

/** What an operation came to: one point for each object in the answer, and ten for each change. */
export function actualCost(operation: OperationDefinitionNode, data: unknown): number {
  const isAnswered = data !== null && data !== undefined;
  // The root itself is not an object that was read.
  return costOfChanges(operation) + (isAnswered ? objectsIn(data) - 1 : 0);
}

function objectsIn(value: unknown): number {
  if (value === null || typeof value !== "object") return 0;
  let count = Array.isArray(value) ? 0 : 1;
  for (const inner of Object.values(value)) count += objectsIn(inner);
  return count;
}
