import { composeServices } from "@apollo/composition";
import { buildSchema, lexicographicSortSchema, parse, printSchema } from "graphql";

/** A subgraph as composition sees it. */
export interface SubgraphSdl {
  name: string;
  sdl: string;
}

/** The composed graph, printed. */
export interface ComposedGraph {
  /** What the gateway plans with (Apollo Federation 2). */
  supergraph: string;
  /** What clients see, in alphabetical order. */
  api: string;
  /** What composition found odd but not wrong, one a line. */
  hints: string[];
}

/** Thrown when subgraphs do not fit together. Its message lists every reason, one a line. */
export class CompositionFailed extends Error {
  override name = "CompositionFailed";
}

/**
 * Composes subgraphs into one graph. The same input gives the same text, whatever its order.
 * @throws CompositionFailed listing what does not fit and in which subgraph
 */
export function composeGraph(subgraphs: readonly SubgraphSdl[]): ComposedGraph {
  const ordered = subgraphs.toSorted((left, right) => (left.name < right.name ? -1 : 1));
  const result = composeServices(
    ordered.map(({ name, sdl }) => ({ name, typeDefs: parse(sdl), url: `http://${name}/graphql` })),
  );
  if (result.errors) {
    const reasons = result.errors.map((error) => `  ${error.extensions["code"] as string}: ${error.message}`);
    throw new CompositionFailed(`The subgraphs do not compose:\n${reasons.join("\n")}`);
  }
  const api = buildSchema(printSchema(result.schema.toAPISchema().toGraphQLJSSchema()));
  return {
    supergraph: `${result.supergraphSdl.trim()}\n`,
    api: `${printSchema(lexicographicSortSchema(api)).trim()}\n`,
    hints: result.hints.map((hint) => `  ${hint.definition.code}: ${hint.message}`).toSorted(),
  };
}
