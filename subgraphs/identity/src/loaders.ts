import DataLoader from "dataloader";
import type { Tx } from "@studio/kit/db/database.js";
import { unauthenticated } from "@studio/kit/error/codes.js";
import { oneByKey } from "@studio/kit/loader/loader.js";
import { findAccount, type AccountRow } from "./account/account.repository.js";
import { listContactFields, type ContactFieldRow } from "./contact-field/contact-field.repository.js";
import { findContacts, findWrappedKeys, type ContactRow } from "./contact/contact.repository.js";
import { dataKeyContext } from "./contact/sealed-value.js";
import { groupLoaders, type GroupLoaders } from "./group/group.loader.js";
import { listGroupsOfContacts } from "./group/group.repository.js";
import { invitationLoaders, type InvitationLoaders } from "./invitation/invitation.loader.js";
import { memberLoaders, type MemberLoaders } from "./member/member.loader.js";
import { webhookLoaders, type WebhookLoaders } from "./webhook-delivery/webhook-delivery.loader.js";
import type { IdentityServices } from "./services.js";
import { findStudioNames } from "./studio/published-studio.repository.js";

/** What one request has read, all of one account. */
export interface Loaders extends GroupLoaders, MemberLoaders, InvitationLoaders, WebhookLoaders {
  account(): Promise<AccountRow | null>;
  /** Definitions that are not deleted: pinned first, then by position. */
  contactFields(): Promise<ContactFieldRow[]>;
  contactById: DataLoader<string, ContactRow | null>;
  groupIdsByContact: DataLoader<string, string[]>;
  /** Null for a studio that the account does not have. */
  studioNameById: DataLoader<string, string | null>;
  /** A contact's data key, unwrapped; null once it is erased. */
  dataKeyByContact: DataLoader<string, Buffer | null>;
}

/**
 * Loaders for one request.
 * @throws UNAUTHENTICATED from any of them if the viewer has no account
 */
export function createLoaders(services: Pick<IdentityServices, "db" | "keys">, accountId: string | null): Loaders {
  const { db } = services;
  const account = () => {
    if (accountId === null) throw unauthenticated();
    return accountId;
  };
  const read = <T>(query: (tx: Tx, accountId: string) => Promise<T>) =>
    db.inAccount(account(), (tx) => query(tx, account()));
  return {
    ...groupLoaders(read),
    ...memberLoaders(read),
    ...invitationLoaders(read),
    ...webhookLoaders(read),
    account: once(() => db.inAccount(account(), (tx) => findAccount(tx, account()))),
    contactFields: once(() => db.inAccount(account(), (tx) => listContactFields(tx, account()))),
    contactById: oneByKey(
      (ids) => db.inAccount(account(), (tx) => findContacts(tx, account(), ids)),
      (row) => row.id,
    ),
    groupIdsByContact: new DataLoader(async (ids) => {
      const rows = await db.inAccount(account(), (tx) => listGroupsOfContacts(tx, account(), ids));
      const byContact = Map.groupBy(rows, (row) => row.contactId);
      return ids.map((id) => (byContact.get(id) ?? []).map((row) => row.groupId));
    }),
    studioNameById: new DataLoader(async (ids) => {
      const names = await db.inAccount(account(), (tx) => findStudioNames(tx, account(), ids));
      return ids.map((id) => names.get(id) ?? null);
    }),
    dataKeyByContact: new DataLoader((ids) => unwrapKeys(services, account(), ids)),
  };
}

async function unwrapKeys(
  { db, keys }: Pick<IdentityServices, "db" | "keys">,
  accountId: string,
  contactIds: readonly string[],
): Promise<(Buffer | null)[]> {
  const rows = await db.inAccount(accountId, (tx) => findWrappedKeys(tx, accountId, contactIds));
  const wrapped = new Map(rows.map((row) => [row.contactId, row.wrappedKey]));
  return Promise.all(
    contactIds.map(async (id) => {
      const key = wrapped.get(id);
      return key ? keys.dataKeys.unwrap(key, dataKeyContext(accountId, id)) : null;
    }),
  );
}

function once<T>(load: () => Promise<T>): () => Promise<T> {
  let loaded: Promise<T> | undefined;
  return () => (loaded ??= load());
}
