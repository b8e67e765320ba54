import { oneByKey } from "@studio/kit/loader/loader.js";
import type { ReadAccount } from "../read-account.js";
import { findWrappedKeys } from "./contact-key.js";
import { findPublishedContacts } from "./published-contact.js";
import { findPublishedStudios } from "./published-studio.js";

/** What other subgraphs publish of contacts, their keys, and studios, by id. */
export const publishedLoaders = (read: ReadAccount) => ({
  publishedContact: oneByKey(
    (ids) => read((tx, account) => findPublishedContacts(tx, account, ids)),
    (contact) => contact.contactId,
  ),
  wrappedContactKey: oneByKey(
    (ids) => read((tx, account) => findWrappedKeys(tx, account, ids)),
    (key) => key.contactId,
  ),
  publishedStudio: oneByKey(
    (ids) => read((tx, account) => findPublishedStudios(tx, account, ids)),
    (studio) => studio.id,
  ),
});
