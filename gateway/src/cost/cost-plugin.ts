import type { ApolloServerPlugin } from "@apollo/server";
import { GraphQLError, Kind, type DocumentNode, type FragmentDefinitionNode } from "graphql";
import type { GatewayContext } from "../context.js";
import type { CostThrottle } from "./cost-throttle.js";
import { requestedCost } from "./operation-cost.js";
import { actualCost } from "./response-cost.js";

/**
 * Tells each operation's cost in `extensions.cost`: what it may come to by its page sizes, what it came to, and what
 * the viewer has left. An operation for which too little is left is refused before anything runs.
 */
export function costPlugin(throttle: CostThrottle): ApolloServerPlugin<GatewayContext> {
  return {
    async requestDidStart({ contextValue: caller }) {
      let requested: number | null = null;
      let isTaken = false;
      return {
        async didResolveOperation({ schema, operation, document, request }) {
          if (!operation) return;
          const fragments = fragmentsOf(document);
          requested = requestedCost({ schema, operation, fragments, variables: request.variables ?? {} });
          isTaken = throttle.take(caller, requested);
          if (!isTaken) throw tooExpensive();
        },
        async willSendResponse({ operation, response: { body } }) {
          if (requested === null || body.kind !== "single") return;
          const actual = isTaken && operation ? actualCost(operation, body.singleResult.data) : 0;
          if (isTaken) throttle.settle(caller, requested, actual);
          const cost = { requested, actual, throttle: throttle.status(caller) };
          body.singleResult.extensions = { ...body.singleResult.extensions, cost };
        },
      };
    },
  };
}

function tooExpensive(): GraphQLError {
  const message =
    "This operation costs more than you have left. Ask for smaller pages, or wait: `extensions.cost` says.";
  return new GraphQLError(message, { extensions: { code: "RATE_LIMITED", http: { status: 429 } } });
}

function fragmentsOf(document: DocumentNode): Map<string, FragmentDefinitionNode> {
  const fragments = document.definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION);
  return new Map(fragments.map((fragment) => [fragment.name.value, fragment]));
}
