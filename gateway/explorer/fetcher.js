import { subscribe } from "./transport.js";

/** Whose credential requests carry: an Authorization header, or null for nobody. */
export const session = { authorization: null };

/**
 * GraphiQL's way to the graph: queries and mutations by POST, subscriptions over WebSocket, each with the credential
 * of the role picked above. A header typed into the editor wins.
 * @param {{ query: string, operationName?: string | null, variables?: unknown }} operation
 * @param {{ headers?: Record<string, string>, documentAST?: { definitions: readonly any[] } }} [options]
 */
export function fetcher(operation, options = {}) {
  const headers = { ...(session.authorization && { authorization: session.authorization }), ...options.headers };
  return isSubscription(operation, options.documentAST) ? subscribe(operation, headers) : post(operation, headers);
}

async function post(operation, headers) {
  const response = await fetch("/graphql", {
    method: "POST",
    headers: { "content-type": "application/json", accept: "application/json", ...headers },
    body: JSON.stringify(operation),
  });
  return response.json();
}

function isSubscription({ query, operationName }, document) {
  const operations = document?.definitions.filter(({ kind }) => kind === "OperationDefinition");
  if (!operations) return /^\s*subscription\b/m.test(query);
  const chosen = operations.length === 1 ? operations[0] : operations.find(({ name }) => name?.value === operationName);
  return chosen?.operation === "subscription";
}
