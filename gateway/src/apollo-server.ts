import { ApolloServer, type ApolloServerPlugin } from "@apollo/server";
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from "@apollo/server/plugin/disabled";
import { collapseErrors } from "@studio/kit/error/collapse-errors.js";
import type { Logger } from "@studio/kit/logger.js";
import { GraphQLError, OperationTypeNode } from "graphql";
import type { GatewayContext } from "./context.js";
import { costPlugin } from "./cost/cost-plugin.js";
import type { CostThrottle } from "./cost/cost-throttle.js";
import { clientError } from "./error/client-error.js";
import { limitRule, type OperationLimits } from "./limits/limit-rule.js";
import type { StudioGateway } from "./planning/studio-gateway.js";
import { requestScope } from "./request-scope.js";

export interface ApolloServerSettings {
  limits: OperationLimits;
  introspection: boolean;
  throttle: CostThrottle;
  logger: Logger;
}

/** The pipeline of every operation, whichever way it came: parse, validate, limits, plan, execute, format errors. */
export function createApolloServer(
  gateway: StudioGateway,
  settings: ApolloServerSettings,
): ApolloServer<GatewayContext> {
  const { limits, introspection, throttle, logger } = settings;
  return new ApolloServer<GatewayContext>({
    gateway,
    introspection,
    hideSchemaDetailsFromClientErrors: !introspection,
    includeStacktraceInErrorResponses: false,
    allowBatchedHttpRequests: false,
    csrfPrevention: true,
    persistedQueries: false,
    stopOnTerminationSignals: false,
    nodeEnv: "production",
    maxRecursiveSelections: true,
    parseOptions: { maxTokens: limits.tokens },
    validationRules: [limitRule(limits)],
    logger: {
      debug() {},
      info() {},
      warn: (message) => logger.warn(message),
      error: (message) => logger.error(message),
    },
    formatError: (formatted, error) => {
      const requestId = requestScope.getStore()?.requestId ?? "unknown";
      return clientError(error, formatted, requestId, logger);
    },
    plugins: [oneQueryOrMutation, costPlugin(throttle), oneErrorPerField, ...UNUSED],
  });
}

/** Apollo's own plugins: unused, two of them cost 1.7 times the CPU of a list query, and some report outside. */
const UNUSED = [
  ApolloServerPluginCacheControlDisabled(),
  ApolloServerPluginInlineTraceDisabled(),
  ApolloServerPluginLandingPageDisabled(),
  ApolloServerPluginSchemaReportingDisabled(),
  ApolloServerPluginUsageReportingDisabled(),
];

/** Each subgraph collapses its own refusals; a list may still be refused by one fetch at a time. */
const oneErrorPerField: ApolloServerPlugin<GatewayContext> = {
  async requestDidStart() {
    return {
      async willSendResponse({ response: { body } }) {
        if (body.kind === "single" && body.singleResult.errors) {
          body.singleResult.errors = collapseErrors(body.singleResult.errors);
        }
      },
    };
  },
};

/**
 * Refuses what the planner cannot run: a document in which no one operation is named, and a subscription. A stream's
 * pages are queries, so a subscription that comes here came over the wrong transport.
 */
const oneQueryOrMutation: ApolloServerPlugin<GatewayContext> = {
  async requestDidStart() {
    return {
      async didResolveOperation({ operation }) {
        if (!operation) throw badRequest("Name one operation of the document in `operationName`.");
        if (operation.operation === OperationTypeNode.SUBSCRIPTION)
          throw badRequest(
            "Subscribe at this same path over WebSocket (graphql-transport-ws), or accept text/event-stream or multipart/mixed;subscriptionSpec=1.0.",
          );
      },
    };
  },
};

function badRequest(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: "BAD_USER_INPUT", http: { status: 400 } } });
}
