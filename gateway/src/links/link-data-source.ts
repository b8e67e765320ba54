import type { GraphQLDataSource } from "@apollo/gateway";
import type { GatewayContext } from "../context.js";
import type { SubgraphLink } from "./subgraph-link.js";

/** Lets Apollo's plan executor fetch through a link. Of the client's request only the viewer, the purpose and the id travel on. */
export function linkDataSource(link: SubgraphLink): GraphQLDataSource {
  return {
    async process({ request, context }) {
      const { viewer, purpose, requestId } = context as GatewayContext;
      const { query, operationName, variables } = request;
      if (query === undefined) throw new TypeError("A fetch of a query plan has no operation.");
      return link.execute({ query, operationName, variables, viewer, purpose, requestId });
    },
  };
}
