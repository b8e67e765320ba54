import type { GraphQLFormattedError } from "graphql";

/**
 * Keeps one FORBIDDEN error per field of a response instead of one per row; `extensions.rows` counts them.
 * Other errors pass unchanged and in order.
 */
export function collapseErrors(errors: readonly GraphQLFormattedError[]): GraphQLFormattedError[] {
  const kept: GraphQLFormattedError[] = [];
  const seen = new Map<string, { extensions: Record<string, unknown> }>();
  for (const error of errors) {
    if (error.extensions?.["code"] !== "FORBIDDEN") {
      kept.push(error);
      continue;
    }
    const key = fieldKey(error);
    const first = seen.get(key);
    if (first) {
      first.extensions["rows"] = rowsOf(first.extensions) + rowsOf(error.extensions);
      continue;
    }
    const own = { ...error, extensions: { ...error.extensions } };
    seen.set(key, own);
    kept.push(own);
  }
  return kept;
}

function fieldKey(error: GraphQLFormattedError): string {
  const path = error.path?.filter((step) => typeof step === "string").join(".") ?? "";
  return `${path}|${String(error.extensions?.["field"])}|${String(error.extensions?.["reason"])}`;
}

function rowsOf(extensions: Record<string, unknown> | undefined): number {
  return typeof extensions?.["rows"] === "number" ? extensions["rows"] : 1;
}
