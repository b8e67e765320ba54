import type DataLoader from "dataloader";
import type { ContactFacts } from "@studio/identity/access/audience.js";
import type { Database, Tx } from "@studio/kit/db/database.js";
import { oneByKey } from "@studio/kit/loader/loader.js";
import { listByContacts, type ConsentRow } from "../consent/consent.repository.js";
import { listFacts } from "./contact.repository.js";

/** What this subgraph knows of a contact. */
export interface KnownContact {
  facts: ContactFacts;
  consents: ConsentRow[];
}

export type ContactLoader = DataLoader<string, KnownContact | null>;

/**
 * Contacts of one account with their consents, by id. Both are read in one transaction, since whoever
 * asks this subgraph for a contact asks for its consents. Without an account there are none.
 */
export function contactById(db: Database, accountId: string | null): ContactLoader {
  return oneByKey(
    async (ids) => (accountId === null ? [] : db.inAccount(accountId, (tx) => loadContacts(tx, accountId, ids))),
    (contact) => contact.facts.contactId,
  );
}

async function loadContacts(tx: Tx, accountId: string, ids: readonly string[]): Promise<KnownContact[]> {
  const [facts, consents] = await Promise.all([listFacts(tx, accountId, ids), listByContacts(tx, accountId, ids)]);
  const byContact = Map.groupBy(consents, (row) => row.contactId);
  return facts.map((contact) => ({ facts: contact, consents: byContact.get(contact.contactId) ?? [] }));
}
