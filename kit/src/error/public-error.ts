import { GraphQLError, type GraphQLFormattedError } from "graphql";
import { describeError, type Logger } from "../logger.js";
import { unavailable } from "./codes.js";

const PUBLIC_CODES = new Set([
  "UNAUTHENTICATED",
  "FORBIDDEN",
  "NOT_FOUND",
  "CONFLICT",
  "RATE_LIMITED",
  "BAD_USER_INPUT",
  "UNAVAILABLE",
  "CURSOR_EXPIRED",
  "GRAPHQL_PARSE_FAILED",
  "GRAPHQL_VALIDATION_FAILED",
  "OPERATION_RESOLUTION_FAILURE",
  "PERSISTED_QUERY_NOT_FOUND",
  "INTERNAL",
]);

/** As much of a refused value as is quoted. */
const LONGEST = 500;

/** PostgreSQL classes 08 (connection), 53 (resources) and 57 (cancelled, shutdown), and the driver's own names. */
const AWAY = /^(08|53|57|CONNECTION_|CONNECT_TIMEOUT|ECONNREFUSED|ECONNRESET|EPIPE|ENOENT|UND_ERR)/;

/**
 * What a client may read of an error: a known code with its message, or a request id to quote.
 * An unknown error is logged without values and answered as INTERNAL (or UNAVAILABLE when a dependency is away).
 */
export function publicError(error: unknown, requestId: string, logger: Logger): GraphQLFormattedError {
  const located = error instanceof GraphQLError ? error : undefined;
  const cause = located?.originalError ?? error;
  const known = [located, cause].find(hasPublicCode);
  if (known) {
    return clean(known.message, known.extensions, located, requestId);
  }
  if (located && isRefusedVariable(located)) {
    return clean(located.message.slice(0, LONGEST), { code: "BAD_USER_INPUT" }, located, requestId);
  }
  if (isDependencyAway(cause)) {
    const away = unavailable();
    return clean(away.message, away.extensions, located, requestId);
  }
  logger.error({ requestId, path: located?.path?.join("."), ...describeError(cause) }, "request failed");
  const message = "Something went wrong on our side. Quote the request id when you report it.";
  return clean(message, { code: "INTERNAL" }, located, requestId);
}

/**
 * graphql-js refuses what a variable holds before anything runs: the error has no path and quotes the client's own
 * value, whatever a scalar threw. What the gateway itself puts into a variable is none of the client's.
 */
function isRefusedVariable({ path, message }: GraphQLError): boolean {
  return path === undefined && /^Variable "\$(?!representations")/.test(message);
}

function hasPublicCode(error: unknown): error is GraphQLError {
  return error instanceof GraphQLError && PUBLIC_CODES.has(String(error.extensions["code"]));
}

function clean(
  message: string,
  extensions: Record<string, unknown>,
  located: GraphQLError | undefined,
  requestId: string,
): GraphQLFormattedError {
  const { stacktrace: _, ...safe } = extensions;
  return {
    message,
    ...(located?.locations && { locations: located.locations }),
    ...(located?.path && { path: located.path }),
    extensions: { ...safe, requestId },
  };
}

/** Whether the error, or what caused it, says that a database or service cannot be reached. */
export function isDependencyAway(error: unknown): boolean {
  for (let current = error; current instanceof Error; current = current.cause) {
    const code = (current as { code?: unknown }).code;
    if (typeof code === "string" && AWAY.test(code)) return true;
  }
  return false;
}
