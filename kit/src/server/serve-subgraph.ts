import { Readable } from "node:stream";
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from "fastify";
import type { CryptoKey } from "jose";
import { GatewayTokenRefused, verifyGatewayToken, type GatewayClaims } from "../auth/gateway-token.js";
import { isDependencyAway } from "../error/public-error.js";
import { describeError, type Logger } from "../logger.js";
import { bodyOf, drainOnceAnswered } from "./request-body.js";
import type { RunningSubgraph } from "./subgraph.js";

const BODY_LIMIT = 4 * 1024 * 1024;

export interface ServeOptions {
  port: number;
  host?: string;
  /** The gateway's public key: only what it signed is answered. */
  verifyKey: CryptoKey;
  logger: Logger;
}

interface GraphqlBody {
  query: string;
  operationName?: string;
  variables?: Record<string, unknown>;
}

/**
 * Serves a subgraph over HTTP to the gateway alone: without a token that the gateway signed for this subgraph,
 * every path but `/health/*` answers 401, `_service` and `_entities` included.
 */
export async function serveSubgraph(
  subgraph: RunningSubgraph,
  options: ServeOptions,
): Promise<{ url: string; close(): Promise<void> }> {
  const app = Fastify({ bodyLimit: BODY_LIMIT, forceCloseConnections: true });
  addHealth(app, () => subgraph.ready());
  app.setErrorHandler((error, _request, reply) => {
    if (error instanceof GatewayTokenRefused) return refuse(reply, 401, "UNAUTHENTICATED", error.message);
    const status = (error as { statusCode?: number }).statusCode ?? 500;
    if (status >= 500) options.logger.error(describeError(error), "request failed");
    return refuse(reply, status, status < 500 ? "BAD_USER_INPUT" : "INTERNAL", "The request could not be served.");
  });
  const claims = new WeakMap<FastifyRequest, GatewayClaims>();
  app.addHook("onRequest", async (request) => {
    if (request.routeOptions.url?.startsWith("/health/")) return;
    claims.set(request, await verifyGatewayToken(request.headers.authorization, subgraph.name, options.verifyKey));
  });
  app.post<{ Body: GraphqlBody }>("/graphql", (request) => {
    const { query, operationName, variables } = request.body;
    return subgraph.execute({ query, operationName, variables, ...claims.get(request)! });
  });
  app.register(async (bytes) => {
    bytes.removeAllContentTypeParsers();
    bytes.addContentTypeParser("*", (_request, _payload, done) => done(null));
    bytes.all("/*", async (request, reply) => {
      drainOnceAnswered(request.raw, reply.raw);
      return sendResponse(reply, await subgraph.fetch(toRequest(request)));
    });
  });
  const url = await app.listen({ port: options.port, host: options.host ?? "127.0.0.1" });
  return { url, close: () => app.close() };
}

/** Adds `/health/live` (the process answers) and `/health/ready` (so do the parts it needs). */
export function addHealth(app: FastifyInstance, ready: () => Promise<void>): void {
  app.get("/health/live", async () => ({ status: "live" }));
  app.get("/health/ready", async (_request, reply) => {
    try {
      await ready();
      return { status: "ready" };
    } catch (error) {
      return reply.code(503).send({ status: "not ready", reason: isDependencyAway(error) ? "database" : "starting" });
    }
  });
}

/** The web-standard form of a Fastify request whose body was left unread. */
export function toRequest(request: FastifyRequest): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    if (typeof value === "string") headers.set(name, value);
  }
  const hasBody = request.method !== "GET" && request.method !== "HEAD";
  const body = hasBody ? { body: bodyOf(request.raw), duplex: "half" as const } : {};
  return new Request(new URL(request.url, "http://subgraph.internal"), { method: request.method, headers, ...body });
}

/** Streams a web-standard response through Fastify. */
export function sendResponse(reply: FastifyReply, response: Response): FastifyReply {
  reply.code(response.status);
  response.headers.forEach((value, name) => void reply.header(name, value));
  return response.body ? reply.send(Readable.fromWeb(response.body as never)) : reply.send();
}

function refuse(reply: FastifyReply, status: number, code: string, message: string): FastifyReply {
  return reply.code(status).send({ errors: [{ message, extensions: { code } }] });
}
