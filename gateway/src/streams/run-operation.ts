import type { ApolloServer } from "@apollo/server";
import type { FormattedExecutionResult } from "graphql";
import type { GatewayContext } from "../context.js";
import { requestScope } from "../request-scope.js";

export interface Operation {
  query: string;
  operationName?: string | undefined;
  variables?: Record<string, unknown> | undefined;
}

/** Runs one operation through the same pipeline as HTTP requests: limits, planning, error formatting. */
export async function runOperation(
  server: ApolloServer<GatewayContext>,
  { query, operationName, variables }: Operation,
  contextValue: GatewayContext,
): Promise<FormattedExecutionResult> {
  const request = { query, ...(operationName !== undefined && { operationName }), ...(variables && { variables }) };
  const { body } = await requestScope.run({ requestId: contextValue.requestId }, () =>
    server.executeOperation(request, { contextValue }),
  );
  if (body.kind !== "single") throw new TypeError("Incremental delivery is not supported.");
  return body.singleResult;
}
