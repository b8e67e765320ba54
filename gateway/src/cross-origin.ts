import { fastifyCors, type FastifyCorsOptions } from "@fastify/cors";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { BYTE_HEADERS } from "./bytes/byte-routes.js";

/**
 * What pages of other origins may send and read, in the graph and in bytes. Credentials are bearer tokens that a page
 * sends by itself, so cookies are never allowed.
 */
const ALLOWED: FastifyCorsOptions = {
  methods: ["GET", "HEAD", "POST", "PUT", "PATCH"],
  allowedHeaders: [
    "authorization",
    "studio-account",
    "studio-purpose",
    "studio-preview",
    "x-request-id",
    "apollo-require-preflight",
    "x-apollo-operation-name",
    "last-event-id",
    ...BYTE_HEADERS,
  ],
  exposedHeaders: [
    "x-request-id",
    "retry-after",
    "etag",
    "accept-ranges",
    "content-range",
    "content-length",
    "content-disposition",
    "tus-resumable",
    "tus-version",
    "tus-max-size",
    "tus-extension",
    "upload-offset",
    "upload-length",
    "upload-expires",
  ],
  credentials: false,
  maxAge: 600,
};

/**
 * Lets pages of the named origins use the gateway (the Fetch standard's CORS protocol). Every other origin gets no
 * header of the kind, so its browser keeps the answer from it; without names that is every origin.
 */
export async function allowOrigins(app: FastifyInstance, origins: readonly string[]): Promise<void> {
  if (origins.length === 0) return;
  await app.register(fastifyCors, {
    delegator: ({ headers }: FastifyRequest, answer: (error: Error | null, options: FastifyCorsOptions) => void) => {
      const { origin } = headers;
      if (origin === undefined || !origins.includes(origin)) return answer(null, { origin: false });
      // An OPTIONS that is no preflight asks for what tus offers, and goes on to media.
      const preflight = headers["access-control-request-method"] !== undefined;
      answer(null, { ...ALLOWED, origin, preflight });
    },
  });
}
