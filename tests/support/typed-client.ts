import { graphClient, type GraphAnswer } from "@studio/dev/journey/graph-client.js";
import type { TypedDocumentString } from "../generated/graphql.js";

/** Asks the graph with a generated operation: variables and answer have the schema's types. */
export function askTyped<Data, Variables extends Record<string, unknown>>(
  graphUrl: string,
  credential: string,
  document: TypedDocumentString<Data, Variables>,
  variables: Variables,
): Promise<GraphAnswer<Data>> {
  return graphClient(graphUrl, credential).answer<Data>(document.toString(), variables);
}
