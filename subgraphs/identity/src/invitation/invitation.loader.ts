import DataLoader from "dataloader";
import type { Tx } from "@studio/kit/db/database.js";
import { oneByKey } from "@studio/kit/loader/loader.js";
import { pageInvitations, type InvitationPlace } from "./invitation-page.repository.js";
import { findInvitationsById, type InvitationRow } from "./invitation.repository.js";

/** Reads within the request's account. */
type Read = <T>(query: (tx: Tx, accountId: string) => Promise<T>) => Promise<T>;

/** A page of one contact's invitations. */
export interface ContactInvitations extends InvitationPlace {
  contactId: string;
}

export interface InvitationLoaders {
  invitationById: DataLoader<string, InvitationRow | null>;
  invitationsByContact: DataLoader<ContactInvitations, InvitationRow[], string>;
}

/** Invitations, by id and by contact. */
export function invitationLoaders(read: Read): InvitationLoaders {
  return {
    invitationById: oneByKey(
      (ids) => read((tx, account) => findInvitationsById(tx, account, ids)),
      (row) => row.id,
    ),
    invitationsByContact: new DataLoader((keys) => loadPages(read, keys), {
      cacheKeyFn: (key) => `${key.contactId}${pageOf(key)}`,
      maxBatchSize: 500,
    }),
  };
}

const pageOf = ({ after, before, backward, limit }: ContactInvitations) =>
  JSON.stringify([after, before, backward, limit]);

/** Contacts that are asked for the same page share one query. */
async function loadPages(read: Read, keys: readonly ContactInvitations[]): Promise<InvitationRow[][]> {
  const pages = Map.groupBy(keys, pageOf);
  const found = await Promise.all(
    [...pages].map(async ([page, [first, ...others]]) => {
      const contactIds = [first!, ...others].map((key) => key.contactId);
      const rows = await read((tx, account) => pageInvitations(tx, account, contactIds, first!));
      return [page, Map.groupBy(rows, (row) => row.contactId)] as const;
    }),
  );
  const byPage = new Map(found);
  return keys.map((key) => byPage.get(pageOf(key))?.get(key.contactId) ?? []);
}
