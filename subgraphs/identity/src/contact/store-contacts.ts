import type { Tx } from "@studio/kit/db/database.js";
import { accountOf, type IdentityContext } from "../context.js";
import { endSignIns } from "../verification/end-sign-ins.js";
import { insertContacts, updateContacts, type ContactWrite } from "./contact-write.repository.js";
import { lockContacts } from "./contact.repository.js";

/**
 * Writes contacts that are new or still as they were read. Whose email changed is signed out: what was opened from the
 * old address is closed.
 * @returns how many rows were written
 */
export async function storeContacts(
  context: IdentityContext,
  tx: Tx,
  writes: readonly ContactWrite[],
): Promise<number> {
  const accountId = accountOf(context);
  const now = context.services.clock.now();
  const fresh = writes.filter((row) => row.version === null);
  const known = writes.filter((row) => row.version !== null);
  if (known.length > 1)
    await lockContacts(
      tx,
      accountId,
      known.map(({ id }) => id),
    );
  const changed = known.length > 0 ? await updateContacts(tx, accountId, known, now) : 0;
  const added = fresh.length > 0 ? await insertContacts(tx, accountId, fresh, now) : 0;
  const readdressed = known.filter((row) => row.readdressed).map((row) => row.id);
  await endSignIns(tx, accountId, readdressed, now);
  return changed + added;
}
