import { bodyOf, drainOnceAnswered } from "@studio/kit/server/request-body.js";
import { sendResponse } from "@studio/kit/server/serve-subgraph.js";
import type { FastifyInstance, FastifyRequest } from "fastify";
import type { SubgraphLink } from "../links/subgraph-link.js";
import { REQUEST_ID_HEADER } from "../request-id.js";

/** What clients say themselves of bytes coming in (tus 1.0.0) and going out (RFC 9110). */
export const BYTE_HEADERS = [
  "content-type",
  "if-match",
  "if-none-match",
  "if-range",
  "range",
  "tus-resumable",
  "upload-offset",
];

/** What media may read of a byte request. The signed path is the permission, so no credential travels on. */
const FORWARDED = ["accept", "accept-encoding", "content-length", ...BYTE_HEADERS];

/** From where the request comes: what a client says of it is not forwarded. Media counts tries of a PIN by it. */
const CLIENT_ADDRESS_HEADER = "x-client-address";

/** Streams `/uploads/*`, `/photos/*` and `/galleries/*` to and from media, holding nothing in memory. */
export function addByteRoutes(app: FastifyInstance, media: SubgraphLink): void {
  app.register(async (bytes) => {
    bytes.removeAllContentTypeParsers();
    bytes.addContentTypeParser("*", (_request, _payload, done) => done(null));
    for (const prefix of ["/uploads/", "/photos/", "/galleries/"]) {
      bytes.all(`${prefix}*`, async (request, reply) => {
        const url = new URL(request.url, "http://media.internal");
        // A path like /photos/../graphql names something else once its dots are resolved.
        if (!url.pathname.startsWith(prefix)) return reply.callNotFound();
        const gone = new AbortController();
        reply.raw.once("close", () => gone.abort());
        drainOnceAnswered(request.raw, reply.raw);
        return sendResponse(reply, await media.fetch(toForwarded(request, url, gone.signal)));
      });
    }
  });
}

function toForwarded(request: FastifyRequest, url: URL, signal: AbortSignal): Request {
  const headers = new Headers({ [REQUEST_ID_HEADER]: request.id, [CLIENT_ADDRESS_HEADER]: request.ip });
  for (const name of FORWARDED) {
    const value = request.headers[name];
    if (typeof value === "string") headers.set(name, value);
  }
  const hasBody = request.method !== "GET" && request.method !== "HEAD";
  const body = hasBody ? { body: bodyOf(request.raw), duplex: "half" as const } : {};
  return new Request(url, { method: request.method, headers, signal, ...body });
}
