import { newId } from "@studio/kit/id.js";
import type { IdentityKeys } from "../services.js";
import type { Email } from "./email.policy.js";
import type { NewContact } from "./contact.repository.js";
import { dataKeyContext } from "./sealed-value.js";

/** What is known of a person from the start. */
export interface Person {
  firstName: string;
  lastName: string;
  email: Email;
}

/** A contact not yet stored, with the data key that its confidential values will be sealed under. */
export async function newContact(
  keys: IdentityKeys,
  accountId: string,
  { firstName, lastName, email }: Person,
  now: Date,
): Promise<{ row: NewContact; key: Buffer; wrappedKey: Buffer }> {
  const id = newId();
  const { key, wrapped } = await keys.dataKeys.newDataKey(dataKeyContext(accountId, id));
  const row: NewContact = {
    accountId,
    id,
    firstName,
    lastName,
    email: email.address,
    emailKey: email.key,
    status: "unverified",
    createdAt: now,
    updatedAt: now,
  };
  return { row, key, wrappedKey: wrapped };
}
