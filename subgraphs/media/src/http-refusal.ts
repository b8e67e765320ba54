import { isDependencyAway } from "@studio/kit/error/public-error.js";
import { describeError, type Logger } from "@studio/kit/logger.js";
import { TokenRefused } from "./signed-tokens.js";
import { StorageAway, StorageFull } from "./storage/storage.errors.js";

/** A request for bytes that is answered with `{ "error": { code, message } }`. */
export class HttpRefusal extends Error {
  override name = "HttpRefusal";
  /** What else the answer says, for a program to read. */
  readonly details: Readonly<Record<string, string>>;
  /** What it says in headers, for any client to read. */
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    readonly status: 400 | 403 | 404 | 405 | 408 | 409 | 412 | 413 | 415 | 429 | 503,
    readonly code: string,
    message: string,
    { details, headers, ...options }: ErrorOptions & Partial<Pick<HttpRefusal, "details" | "headers">> = {},
  ) {
    super(message, options);
    this.details = details ?? {};
    this.headers = headers ?? {};
  }
}

/** The answer to a method that an address does not take. @param allowed those that it does (RFC 9110, section 15.5.6) */
export function methodNotAllowed(...allowed: string[]): HttpRefusal {
  const headers = { allow: allowed.join(", ") };
  return new HttpRefusal(405, "METHOD_NOT_ALLOWED", "This address does not take that method.", { headers });
}

/** Turns what went wrong into an answer. Unknown errors are logged without values and say nothing. */
export function toErrorResponse(error: unknown, logger: Logger): Response {
  if (error instanceof HttpRefusal) return errorResponse(error.status, error.code, error.message, error);
  if (error instanceof TokenRefused) return errorResponse(403, `LINK_${error.reason}`, error.message);
  logger.error(describeError(error), "request for bytes failed");
  if (error instanceof StorageFull) {
    return errorResponse(507, "STORAGE_FULL", "There is no room for the file at the moment. Try again later.");
  }
  if (error instanceof StorageAway || isDependencyAway(error)) {
    return errorResponse(503, "UNAVAILABLE", "The service is briefly unavailable. Try again in a moment.");
  }
  return errorResponse(500, "INTERNAL", "Something went wrong on our side.");
}

function errorResponse(
  status: number,
  code: string,
  message: string,
  { details, headers }: Partial<Pick<HttpRefusal, "details" | "headers">> = {},
): Response {
  const again = status === 503 ? { "retry-after": "5" } : {};
  const all = { "cache-control": "no-store", "x-content-type-options": "nosniff", ...again, ...headers };
  return Response.json({ error: { code, message, ...details } }, { status, headers: all });
}
