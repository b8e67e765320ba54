/** What a request's conditions say of a representation: go on, it is known already, or it is another by now. */
export type Precondition = "proceed" | "not_modified" | "failed";

/**
 * Evaluates `If-Match` and `If-None-Match` in the order of RFC 9110, section 13.2.2. Dates are not looked at, since no
 * `Last-Modified` is ever sent.
 * @param etag strong, with its quotes
 */
export function evaluatePreconditions(headers: Headers, etag: string): Precondition {
  const ifMatch = headers.get("if-match");
  if (ifMatch !== null && !names(ifMatch, etag, "strong")) return "failed";
  const ifNoneMatch = headers.get("if-none-match");
  return ifNoneMatch !== null && names(ifNoneMatch, etag, "weak") ? "not_modified" : "proceed";
}

/** Whether `Range` counts: without `If-Range`, or with the very same strong tag (RFC 9110, section 13.1.5). */
export function rangeApplies(headers: Headers, etag: string): boolean {
  const ifRange = headers.get("if-range");
  return ifRange === null || ifRange.trim() === etag;
}

function names(field: string, etag: string, comparison: "strong" | "weak"): boolean {
  if (field.trim() === "*") return true;
  const tags = field.match(/(?:W\/)?"[^"]*"/g) ?? [];
  return tags.some((tag) => tag === etag || (comparison === "weak" && tag === `W/${etag}`));
}
