import { GraphQLError, Kind, type DirectiveNode, type FieldNode } from "graphql";
import { notFound } from "@studio/kit/error/codes.js";
import type { NodeLookups } from "./rewrite-node-lookups.js";

/** The response key of the placeholder in an object of which the operation selects nothing. */
export const HOLLOW = "__hollow";

/** `key: __typename`, which needs no subgraph. */
export function typename(key: string, directives: readonly DirectiveNode[] = []): FieldNode {
  return {
    kind: Kind.FIELD,
    alias: { kind: Kind.NAME, value: key },
    name: { kind: Kind.NAME, value: "__typename" },
    directives,
  };
}

interface Answer {
  data?: Record<string, unknown> | null;
  errors?: readonly GraphQLError[];
}

/** Takes the placeholders out of an answer: an id that names nothing gives null and NOT_FOUND. */
export function removePlaceholders<Result extends Answer>(result: Result, lookups: NodeLookups): Result {
  if (!result.data || (lookups.missing.length === 0 && lookups.hollow.length === 0)) return result;
  const data = { ...result.data };
  const errors = [...(result.errors ?? [])];
  for (const key of new Set(lookups.missing)) {
    if (!(key in data)) continue;
    data[key] = null;
    const { message, extensions } = notFound("node");
    errors.push(new GraphQLError(message, { path: [key], extensions }));
  }
  for (const key of lookups.hollow) {
    if (data[key]) data[key] = without(data[key] as Record<string, unknown>, HOLLOW);
  }
  return { ...result, data, ...(errors.length > 0 && { errors }) };
}

function without(object: Record<string, unknown>, key: string): Record<string, unknown> {
  const { [key]: _, ...rest } = object;
  return rest;
}
