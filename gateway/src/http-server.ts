import { describeError, type Logger } from "@studio/kit/logger.js";
import Fastify, { type FastifyError, type FastifyInstance } from "fastify";
import { clientError } from "./error/client-error.js";
import { readable, statusOf } from "./error/http-error.js";
import { REQUEST_ID_HEADER, requestIdOf } from "./request-id.js";

export interface HttpServerSettings {
  bodyLimit: number;
  logger: Logger;
}

/**
 * How long a request may take to arrive whole, long enough for a photo of 25 MB over a slow line. Fastify waits for
 * ever unless told, so whoever sends a body byte by byte would hold a connection and memory.
 */
const REQUEST_TIMEOUT_MS = 5 * 60_000;

/** The HTTP server under every route: request ids, and errors as JSON in one form, whatever went wrong. */
export function createHttpServer({ bodyLimit, logger }: HttpServerSettings): FastifyInstance {
  const app = Fastify({
    bodyLimit,
    requestTimeout: REQUEST_TIMEOUT_MS,
    forceCloseConnections: "idle",
    genReqId: (request) => requestIdOf(request.headers[REQUEST_ID_HEADER]),
  });
  app.addHook("onRequest", async (request, reply) => {
    reply.header(REQUEST_ID_HEADER, request.id);
    reply.header("x-content-type-options", "nosniff");
    reply.header("referrer-policy", "no-referrer");
  });
  app.setErrorHandler<FastifyError>((caught, request, reply) => {
    const { error, status } = readable(caught);
    const formatted = clientError(error, null, request.id, logger);
    if (status === undefined) logger.warn({ requestId: request.id, ...describeError(caught) }, "request refused");
    const code = status ?? statusOf(formatted);
    if (code === 401) reply.header("www-authenticate", 'Bearer realm="studio-platform"');
    if (code === 503) reply.header("retry-after", "5");
    return reply
      .code(code)
      .type("application/json")
      .send({ errors: [formatted] });
  });
  app.setNotFoundHandler((request, reply) =>
    reply.code(404).send({
      errors: [{ message: "There is nothing here.", extensions: { code: "NOT_FOUND", requestId: request.id } }],
    }),
  );
  return app;
}
