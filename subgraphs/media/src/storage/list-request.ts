import { parseKeyPrefix, parseObjectKey } from "./object-key.js";
import { MAX_LIST_LIMIT, type ListRequest } from "./object-store.js";

/** The bounds of a listing, checked. @throws RangeError | InvalidObjectKey */
export function readListRequest({ prefix, after, limit = MAX_LIST_LIMIT }: ListRequest) {
  if (!Number.isInteger(limit) || limit < 1 || limit > MAX_LIST_LIMIT) {
    throw new RangeError(`A listing's limit is 1 to ${MAX_LIST_LIMIT}.`);
  }
  if (after !== undefined) parseObjectKey(after);
  return { limit, ...parseKeyPrefix(prefix) };
}
