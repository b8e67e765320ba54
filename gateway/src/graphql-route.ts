import type { ApolloServer } from "@apollo/server";
import { fastifyApolloHandler } from "@as-integrations/fastify";
import type { FastifyInstance, FastifyRequest } from "fastify";
import type { GatewayContext } from "./context.js";
import { requestScope } from "./request-scope.js";
import { PURPOSE_HEADER } from "./viewer/stated-purpose.js";
import { PREVIEW_HEADER, type ViewerResolver } from "./viewer/viewer-resolver.js";

/** Serves queries and mutations at `/graphql` (GraphQL over HTTP). A bad credential is refused before anything runs. */
export function addGraphqlRoute(
  app: FastifyInstance,
  server: ApolloServer<GatewayContext>,
  resolveViewer: ViewerResolver,
): void {
  const contexts = new WeakMap<FastifyRequest, GatewayContext>();
  const handler = fastifyApolloHandler(server, { context: async (request: FastifyRequest) => contexts.get(request)! });
  app.route({
    url: "/graphql",
    method: ["GET", "POST"],
    handler: async (request, reply) => {
      const { viewer, purpose } = await resolveViewer(shownBy(request), request.id);
      contexts.set(request, { viewer, purpose, requestId: request.id, address: request.socket.remoteAddress });
      return requestScope.run({ requestId: request.id }, () => handler.call(app, request, reply));
    },
  });
}

function shownBy({ headers }: FastifyRequest) {
  const text = (name: string) => {
    const value = headers[name];
    return typeof value === "string" ? value : undefined;
  };
  const { authorization } = headers;
  return {
    authorization,
    account: text("studio-account"),
    purpose: text(PURPOSE_HEADER),
    preview: text(PREVIEW_HEADER),
  };
}
