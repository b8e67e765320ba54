import { InvalidObjectKey } from "./storage.errors.js";

const MAX_KEY_LENGTH = 512;
const MAX_SEGMENT_LENGTH = 200;
const SEGMENT = /^[A-Za-z0-9_=-][A-Za-z0-9_=.-]*$/;

/**
 * Splits a key into its segments, or throws `InvalidObjectKey`.
 * Allowed: 1 to 512 characters, segments of letters, digits and `_ = - .` divided by `/`,
 * none empty and none beginning with a dot. So no key can leave its store (P33).
 */
export function parseObjectKey(key: string): string[] {
  const problem = problemOf(key);
  if (problem !== null) throw new InvalidObjectKey(problem);
  return key.split("/");
}

/** Whether a name that a listing gave is a key that a store takes. */
export function isObjectKey(name: string): boolean {
  return problemOf(name) === null;
}

function problemOf(key: string): string | null {
  if (key.length === 0 || key.length > MAX_KEY_LENGTH)
    return `it has ${key.length} characters, where 1 to ${MAX_KEY_LENGTH} are allowed`;
  for (const segment of key.split("/")) {
    if (segment.length > MAX_SEGMENT_LENGTH) return "one of its parts is too long";
    if (!SEGMENT.test(segment)) return "one of its parts is empty or has a forbidden character";
  }
  return null;
}

/** Splits a listing's prefix into whole folders and the beginning of a name: `a/b/c` → `["a", "b"]`, `c`. */
export function parseKeyPrefix(prefix: string): { folders: string[]; nameStart: string } {
  const slash = prefix.lastIndexOf("/");
  const nameStart = prefix.slice(slash + 1);
  if (nameStart !== "") parseObjectKey(nameStart);
  return { folders: slash === -1 ? [] : parseObjectKey(prefix.slice(0, slash)), nameStart };
}
