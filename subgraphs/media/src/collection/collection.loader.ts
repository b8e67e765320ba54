import { oneByKey } from "@studio/kit/loader/loader.js";
import type { ReadAccount } from "../read-account.js";
import { findCollections } from "./collection.repository.js";

/** Collections by their ids. */
export const collectionLoaders = (read: ReadAccount) => ({
  collection: oneByKey(
    (ids) => read((tx, account) => findCollections(tx, account, ids)),
    (row) => row.id,
  ),
});
