import type { FastifyRequest } from "fastify";
import { PURPOSE_HEADER } from "./stated-purpose.js";
import { PREVIEW_HEADER, type ShownCredential } from "./viewer-resolver.js";

/** What a client shows in the headers of a request. */
export function shownOverHttp({ headers }: FastifyRequest): ShownCredential {
  const text = (name: string) => {
    const value = headers[name];
    return typeof value === "string" ? value : undefined;
  };
  return {
    authorization: headers.authorization,
    account: text("studio-account"),
    purpose: text(PURPOSE_HEADER),
    preview: text(PREVIEW_HEADER),
  };
}
