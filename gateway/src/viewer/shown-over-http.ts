import type { FastifyRequest } from "fastify";
import type { ShownCredential } from "./viewer-resolver.js";

/** What a client shows in the headers of a request. */
export function shownOverHttp({ headers }: FastifyRequest): ShownCredential {
  const account = headers["studio-account"];
  return { authorization: headers.authorization, account: typeof account === "string" ? account : undefined };
}
