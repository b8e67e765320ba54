import { sendResponse } from "@studio/kit/server/serve-subgraph.js";
import { Readable } from "node:stream";
import type { FastifyInstance, FastifyRequest } from "fastify";
import type { SubgraphLink } from "../links/subgraph-link.js";
import { REQUEST_ID_HEADER } from "../request-id.js";

/** What media may read of a byte request. The signed path is the permission, so no credential travels on. */
const FORWARDED = [
  "accept",
  "accept-encoding",
  "access-control-request-headers",
  "access-control-request-method",
  "content-length",
  "content-type",
  "digest",
  "if-modified-since",
  "if-none-match",
  "if-range",
  "origin",
  "range",
  "repr-digest",
];

/** Streams `/uploads/*` and `/photos/*` to and from media, holding nothing in memory. */
export function addByteRoutes(app: FastifyInstance, media: SubgraphLink): void {
  app.register(async (bytes) => {
    bytes.removeAllContentTypeParsers();
    bytes.addContentTypeParser("*", (_request, _payload, done) => done(null));
    for (const url of ["/uploads/*", "/photos/*"]) {
      bytes.all(url, async (request, reply) => {
        const gone = new AbortController();
        reply.raw.once("close", () => gone.abort());
        return sendResponse(reply, await media.fetch(toForwarded(request, gone.signal)));
      });
    }
  });
}

function toForwarded(request: FastifyRequest, signal: AbortSignal): Request {
  const headers = new Headers({ [REQUEST_ID_HEADER]: request.id });
  for (const name of FORWARDED) {
    const value = request.headers[name];
    if (typeof value === "string") headers.set(name, value);
  }
  const hasBody = request.method !== "GET" && request.method !== "HEAD";
  const body = hasBody
    ? { body: Readable.toWeb(request.raw) as ReadableStream<Uint8Array>, duplex: "half" as const }
    : {};
  return new Request(new URL(request.url, "http://media.internal"), { method: request.method, headers, signal, ...body });
}
