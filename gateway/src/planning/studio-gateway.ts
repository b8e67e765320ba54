import "../telemetry-off.js";
import { ApolloGateway } from "@apollo/gateway";
import type { GatewayExecutor, GatewayGraphQLRequestContext, GatewayInterface } from "@apollo/server-gateway-interface";
import type { GraphQLSchema } from "graphql";
import { linkDataSource } from "../links/link-data-source.js";
import type { SubgraphLink } from "../links/subgraph-link.js";
import { removePlaceholders } from "../node-lookup/placeholders.js";
import { rewriteNodeLookups } from "../node-lookup/rewrite-node-lookups.js";

/** Plans and executes operations over the subgraphs: Apollo's planner and executor, after `node` fields are resolved. */
export interface StudioGateway extends GatewayInterface {
  /** What clients see. Loaded once `load` has resolved. */
  schema(): GraphQLSchema;
}

/** @param supergraphSdl the composed graph; each of its subgraphs must have a link of its name */
export function studioGateway(supergraphSdl: string, links: ReadonlyMap<string, SubgraphLink>): StudioGateway {
  const inner = new ApolloGateway({
    supergraphSdl,
    __exposeQueryPlanExperimental: false,
    buildService: ({ name }) => linkDataSource(linkOf(links, name)),
    logger: { debug() {}, info() {}, warn() {}, error() {} },
  });
  const schema = () => {
    if (!inner.schema) throw new Error("The supergraph is not loaded yet.");
    return inner.schema;
  };
  return {
    schema,
    onSchemaLoadOrUpdate: (callback) => inner.onSchemaLoadOrUpdate(callback),
    load: async ({ apollo }) => {
      await inner.load({ apollo });
      return { executor: withNodeLookups(schema(), inner.executor as GatewayExecutor) };
    },
    stop: () => inner.stop(),
  };
}

function withNodeLookups(schema: GraphQLSchema, execute: GatewayExecutor): GatewayExecutor {
  return async (request) => {
    const lookups = rewriteNodeLookups(schema, request.document, request.request.variables ?? {});
    if (!lookups) return execute(request);
    const result = await execute(withDocument(request, lookups.document, `${request.queryHash}|${lookups.key}`));
    return removePlaceholders(result, lookups);
  };
}

/** A request for another document. Its hash names the plan in the planner's cache. */
function withDocument(
  request: GatewayGraphQLRequestContext,
  document: GatewayGraphQLRequestContext["document"],
  queryHash: string,
): GatewayGraphQLRequestContext {
  return { ...request, document, queryHash };
}

function linkOf(links: ReadonlyMap<string, SubgraphLink>, name: string): SubgraphLink {
  const link = links.get(name);
  if (!link) throw new Error(`The supergraph names the subgraph ${name}, and there is no link to it.`);
  return link;
}
