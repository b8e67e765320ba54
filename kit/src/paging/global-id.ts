import { isId } from "../id.js";
import { notFound } from "../error/codes.js";

/** An opaque id that is unique over all types: base64url of `Type:uuid` (Relay global object identification). */
export function toGlobalId(type: string, id: string): string {
  return Buffer.from(`${type}:${id}`).toString("base64url");
}

/** The type and uuid inside a global id, or null if it is not one. */
export function parseGlobalId(globalId: string): { type: string; id: string } | null {
  const [type, id, ...rest] = Buffer.from(globalId, "base64url").toString("utf8").split(":");
  if (!type || !id || rest.length > 0 || !isId(id)) return null;
  return toGlobalId(type, id) === globalId ? { type, id } : null;
}

/**
 * The uuid inside a global id of the type wanted.
 * @throws NOT_FOUND if it is malformed or of another type: the caller learns no more than from a wrong id
 */
export function fromGlobalId(type: string, globalId: string): string {
  const parsed = parseGlobalId(globalId);
  if (parsed?.type !== type) throw notFound(wordsOf(type));
  return parsed.id;
}

/** `ContactField` as people say it: contact field. */
function wordsOf(type: string): string {
  return type.replaceAll(/(?<=[a-z])(?=[A-Z])/g, " ").toLowerCase();
}
