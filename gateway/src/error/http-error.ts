import { badInput, unauthenticated } from "@studio/kit/error/codes.js";
import type { FastifyError } from "fastify";
import { GraphQLError, type GraphQLFormattedError } from "graphql";

/** The HTTP status of an error by its code, for what fails before GraphQL. */
const STATUS: Readonly<Record<string, number>> = {
  BAD_USER_INPUT: 400,
  GRAPHQL_PARSE_FAILED: 400,
  GRAPHQL_VALIDATION_FAILED: 400,
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  RATE_LIMITED: 429,
  UNAVAILABLE: 503,
};

/** What Fastify found wrong with a request, in words for the client. */
const UNREADABLE: Readonly<Record<string, string>> = {
  FST_ERR_CTP_INVALID_JSON_BODY: "The body is not valid JSON.",
  FST_ERR_CTP_EMPTY_JSON_BODY: "The body is empty: send a JSON object with a `query`.",
  FST_ERR_CTP_BODY_TOO_LARGE: "The body is too large.",
  FST_ERR_CTP_INVALID_MEDIA_TYPE: "Send the body as `content-type: application/json`.",
};

/** The status for an error that already has its public form. */
export function statusOf(error: GraphQLFormattedError): number {
  return STATUS[error.extensions?.["code"] as string] ?? 500;
}

/** Gives an error of Fastify's own a code and words; others pass unchanged. */
export function readable(error: unknown): { error: unknown; status?: number } {
  const { statusCode, code } = error as FastifyError;
  if (error instanceof GraphQLError || statusCode === undefined || statusCode >= 500) return { error };
  if (statusCode === 401) return { error: unauthenticated(), status: 401 };
  return { error: badInput(UNREADABLE[code] ?? "The request could not be read."), status: statusCode };
}
