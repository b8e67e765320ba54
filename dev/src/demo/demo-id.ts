import { createHash } from "node:crypto";

/** An id that is the same at every start, so that seeding twice adds nothing: UUID version 8 (RFC 9562). */
export function demoId(kind: string, number = 0): string {
  const hash = createHash("sha256").update(`demo:${kind}:${number}`).digest("hex");
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-8${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
}
