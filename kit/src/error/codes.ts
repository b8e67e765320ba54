import { GraphQLError, type GraphQLResolveInfo } from "graphql";

/** The stable `extensions.code` of an error the caller or the system caused. */
export type ErrorCode =
  | "UNAUTHENTICATED"
  | "FORBIDDEN"
  | "NOT_FOUND"
  | "CONFLICT"
  | "RATE_LIMITED"
  | "BAD_USER_INPUT"
  | "CURSOR_EXPIRED"
  | "UNAVAILABLE"
  | "INTERNAL";

/** The caller is not signed in, or what they showed has expired. */
export function unauthenticated(
  message = "Sign in first: send a valid credential in the Authorization header.",
): GraphQLError {
  return platformError("UNAUTHENTICATED", message);
}

/** A field as errors name it: `Query.contacts`, `Submission.shots`. */
export function fieldOf({ parentType, fieldName }: Pick<GraphQLResolveInfo, "parentType" | "fieldName">): string {
  return `${parentType.name}.${fieldName}`;
}

/** The caller may not touch this field or operation, named as `fieldOf` does. `reason` says why in words that name no value. */
export function forbidden(field: string, reason: string): GraphQLError {
  return platformError("FORBIDDEN", `You may not use ${field}: ${reason}.`, { field, reason });
}

/** No such thing for this caller. Another account's row gives the same answer as one that never was. */
export function notFound(what: string): GraphQLError {
  return platformError("NOT_FOUND", `No such ${what}.`);
}

/** What is asked does not fit the state that things are in: `reason` names it, `message` says what to do first. */
export function conflict(message: string, reason: string): GraphQLError {
  return platformError("CONFLICT", message, { reason });
}

/** An argument is malformed. `message` says what is wrong and what to send instead. */
export function badInput(message: string, argument?: string): GraphQLError {
  return platformError("BAD_USER_INPUT", message, argument === undefined ? {} : { argument });
}

/** What follows a cursor of the event log is no longer kept: the reader has missed something, and must be told. */
export function cursorExpired(): GraphQLError {
  return platformError(
    "CURSOR_EXPIRED",
    "Events behind this cursor are no longer kept. Begin again without a cursor, then read the present state of what you follow: nothing is missed after the checkpoint.",
  );
}

/** A dependency is away for now; the same request may work later. */
export function unavailable(message = "The service is briefly unavailable. Try again in a moment."): GraphQLError {
  return platformError("UNAVAILABLE", message);
}

function platformError(code: ErrorCode, message: string, extensions: Record<string, unknown> = {}): GraphQLError {
  return new GraphQLError(message, { extensions: { code, ...extensions } });
}
