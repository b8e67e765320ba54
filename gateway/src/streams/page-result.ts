import type { GraphQLFormattedError } from "graphql";
import { PAGE_KEY } from "./subscription-rewrite.js";

/** One page of events as the pipeline answers it. */
export interface PageResult {
  data?: { [PAGE_KEY]?: EventPage | null } | null;
  errors?: readonly GraphQLFormattedError[];
  extensions?: Record<string, unknown>;
}

export interface EventPage {
  edges: { cursor: string; node: Record<string, unknown> | null }[];
  endCursor: string | null;
  hasMore: boolean;
}

/** Errors that asking again cannot cure. Any other is transient: the page is read again, the cursor stays. */
const PERMANENT = new Set([
  "BAD_USER_INPUT",
  "CURSOR_EXPIRED",
  "FORBIDDEN",
  "GRAPHQL_PARSE_FAILED",
  "GRAPHQL_VALIDATION_FAILED",
  "NOT_FOUND",
  "OPERATION_RESOLUTION_FAILURE",
  "UNAUTHENTICATED",
]);

/** Whether an error code says that asking again cannot help. */
export function isPermanent(code: unknown): boolean {
  return typeof code === "string" && PERMANENT.has(code);
}

/** What a page was to cost, as a multiple of what its reader may spend at most: above 1, waiting cannot help. */
export function costShareOf({ extensions }: PageResult): number {
  const cost = extensions?.["cost"] as { requested: number; throttle: { maximumAvailable: number } } | undefined;
  return cost ? cost.requested / cost.throttle.maximumAvailable : 0;
}

/**
 * The errors that belong to one event of a page, with their path from the client's root field. A refusal that was
 * counted once for many rows belongs to each event in which the refused field is null.
 */
export function errorsOfEvent(
  errors: readonly GraphQLFormattedError[] | undefined,
  { index, node, responseKey }: { index: number; node: unknown; responseKey: string },
): GraphQLFormattedError[] {
  return (errors ?? []).flatMap((error) => {
    const [page, edges, at, inNode, ...rest] = error.path ?? [];
    if (page !== PAGE_KEY || edges !== "edges" || inNode !== "node") return [];
    const { rows, ...extensions } = error.extensions ?? {};
    const shared = typeof rows === "number" && rows > 1 && isRefusedIn(node, rest);
    if (at !== index && !shared) return [];
    return [{ message: error.message, path: [responseKey, ...rest], extensions }];
  });
}

function isRefusedIn(node: unknown, path: readonly (string | number)[]): boolean {
  let value = node;
  for (const step of path) {
    if (value === null || typeof value !== "object") return false;
    value = (value as Record<string | number, unknown>)[step];
  }
  return value === null;
}
