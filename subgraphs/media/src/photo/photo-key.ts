import type { KeyService } from "@studio/kit/crypto/key-service.js";
import type { Tx } from "@studio/kit/db/database.js";
import { contactKey } from "../published/contact-key.js";
import type { PhotoRow } from "./photo.table.js";

/**
 * The data key (32 bytes) under which a photo is sealed. A photo that followed its contact in a merge keeps the key it
 * had: identity holds it for the survivor, and destroys it when the survivor is erased.
 * @throws ContactKeyGone
 */
export function photoKey(
  tx: Tx,
  keys: KeyService,
  { accountId, contactId, sealedFor }: Pick<PhotoRow, "accountId" | "contactId" | "sealedFor">,
): Promise<Buffer> {
  return contactKey(tx, keys, accountId, sealedFor ?? contactId);
}
