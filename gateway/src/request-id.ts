import { randomUUID } from "node:crypto";

/** The header that carries a request's id, inwards and outwards. */
export const REQUEST_ID_HEADER = "x-request-id";

const ACCEPTABLE = /^[\w-]{8,64}$/;

/** The caller's own request id where it is well-formed, so that their log and ours can be joined; else a new one. */
export function requestIdOf(header: string | string[] | undefined): string {
  return typeof header === "string" && ACCEPTABLE.test(header) ? header : randomUUID();
}
