import type { Database } from "@studio/kit/db/database.js";
import { CHAIN_START, followChain } from "./audit-chain.policy.js";
import { listLinks, readEnd } from "./audit.repository.js";
import type { AuditVerification } from "./audit-verification.type.js";

const BATCH = 2_000;

/**
 * Recomputes the account's audit chain from its first entry to where it ended when the call began. Each batch is
 * a transaction of its own, so a long chain holds no snapshot; entries never change, so the batches fit together.
 */
export async function verifyAuditChain(db: Database, accountId: string): Promise<AuditVerification> {
  const { head, last } = await db.inAccount(accountId, (tx) => readEnd(tx, accountId));
  const end = head ?? CHAIN_START;
  let place = CHAIN_START;
  while (place.position < end.position) {
    const range = { after: place.position, upTo: end.position, limit: BATCH };
    const links = await db.inAccount(accountId, (tx) => listLinks(tx, accountId, range));
    const { reached, brokenAt } = followChain(place, links);
    if (brokenAt !== null || links.length === 0) return broken(reached.position, brokenAt ?? reached.position + 1);
    place = reached;
  }
  if (!Buffer.from(place.digest).equals(end.digest)) return broken(place.position - 1, place.position);
  if (last > place.position) return broken(place.position, place.position + 1);
  return { intact: true, checked: place.position, brokenAt: null };
}

function broken(checked: number, brokenAt: number): AuditVerification {
  return { intact: false, checked, brokenAt };
}
