import { parseKeyPrefix } from "./object-key.js";
import { MAX_LIST_LIMIT, type ListRequest } from "./object-store.js";

/**
 * The bounds of a listing, checked. A page may end with a name that is no key of ours, so the next may go on after any.
 * @throws RangeError | InvalidObjectKey
 */
export function readListRequest({ prefix, limit = MAX_LIST_LIMIT }: ListRequest) {
  if (!Number.isInteger(limit) || limit < 1 || limit > MAX_LIST_LIMIT) {
    throw new RangeError(`A listing's limit is 1 to ${MAX_LIST_LIMIT}.`);
  }
  return { limit, ...parseKeyPrefix(prefix) };
}
