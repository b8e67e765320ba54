import type { Tx } from "@studio/kit/db/database.js";
import { accountOf, type IdentityContext } from "../context.js";
import { endSignIns } from "../verification/end-sign-ins.js";
import { holdInOrder, insertContacts, updateContacts, type ContactWrite } from "./contact-write.repository.js";

/** PostgreSQL's unique violation, deadlock, and values that a definition keeps elsewhere by now: somebody was faster. */
const LOST_RACE = new Set(["23505", "40P01", "40001"]);

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
  if (known.length > 1) await holdInOrder(tx, accountId, known);
  const changed = known.length > 0 ? await updateContacts(tx, accountId, known, now) : 0;
  const added = fresh.length > 0 ? await insertContacts(tx, accountId, fresh, now) : 0;
  const readdressed = known.filter((row) => row.readdressed).map((row) => row.id);
  await endSignIns(tx, accountId, readdressed, now);
  return changed + added;
}

/** Whether a write failed because somebody else wrote at the same time: planning anew will see what they did. */
export function isLostRace(error: unknown): boolean {
  for (let current = error; current instanceof Error; current = current.cause) {
    if (LOST_RACE.has(String((current as { code?: unknown }).code))) return true;
  }
  return false;
}
