import { fastifyApolloHandler } from "@as-integrations/fastify";
import type { FastifyInstance, FastifyRequest } from "fastify";
import type { GatewayContext } from "./context.js";
import { requestScope } from "./request-scope.js";
import { streamOverHttp } from "./streams/http-stream.js";
import type { OpenConnections } from "./streams/open-connections.js";
import type { StreamServices } from "./streams/stream-connection.js";
import { streamFormatOf } from "./streams/stream-format.js";
import { shownOverHttp } from "./viewer/shown-over-http.js";

/**
 * Serves `/graphql` over HTTP: one answer, or a stream of server-sent events or multipart where `Accept` asks for one.
 * A bad credential is refused before anything runs.
 */
export function addGraphqlRoute(app: FastifyInstance, services: StreamServices, open: OpenConnections): void {
  const { server, resolveViewer } = services;
  const contexts = new WeakMap<FastifyRequest, GatewayContext>();
  const handler = fastifyApolloHandler(server, { context: async (request: FastifyRequest) => contexts.get(request)! });
  app.route({
    url: "/graphql",
    method: ["GET", "POST"],
    handler: async (request, reply) => {
      const format = streamFormatOf(request.headers.accept);
      if (format) return streamOverHttp(services, open, { request, reply, format });
      const { viewer, purpose } = await resolveViewer(shownOverHttp(request), request.id);
      contexts.set(request, { viewer, purpose, requestId: request.id, address: request.socket.remoteAddress });
      return requestScope.run({ requestId: request.id }, () => handler.call(app, request, reply));
    },
  });
}
