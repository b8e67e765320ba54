import { badInput } from "@studio/kit/error/codes.js";
import { publicError } from "@studio/kit/error/public-error.js";
import type { Logger } from "@studio/kit/logger.js";
import type { GraphQLFormattedError } from "graphql";

/** Codes of Apollo Server for what a client sent wrong. */
const MALFORMED = new Set(["BAD_REQUEST", "PERSISTED_QUERY_NOT_SUPPORTED"]);

/**
 * The form of an error that may leave the platform: a stable code, the request id, and nothing of the house:
 * no stack, no subgraph's name, no internal message.
 */
export function clientError(
  error: unknown,
  formatted: GraphQLFormattedError | null,
  requestId: string,
  logger: Logger,
): GraphQLFormattedError {
  const malformed = MALFORMED.has(formatted?.extensions?.["code"] as string);
  const safe = publicError(malformed ? badInput(formatted!.message) : error, requestId, logger);
  const { serviceName: _service, http: _http, ...extensions } = safe.extensions ?? {};
  return { ...safe, extensions: { ...extensions, requestId } };
}
