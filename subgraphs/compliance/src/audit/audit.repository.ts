import { and, desc, eq, lt, sql } from "drizzle-orm";
import type { Tx } from "@studio/kit/db/database.js";
import type { ChainLink, ChainPlace } from "./audit-chain.policy.js";
import { auditEvent } from "./audit.table.js";

/** An entry as it is stored. */
export type AuditEventRow = typeof auditEvent.$inferSelect;

/** Up to `limit` entries, newest first. @param before only entries older than this position */
export function listNewest(
  tx: Tx,
  accountId: string,
  { before, limit }: { before: number | null; limit: number },
): Promise<AuditEventRow[]> {
  const older = before === null ? undefined : lt(auditEvent.position, before);
  return tx
    .select()
    .from(auditEvent)
    .where(and(eq(auditEvent.accountId, accountId), older))
    .orderBy(desc(auditEvent.position))
    .limit(limit);
}

/** Where the account's chain says that it ends, and the last position that is really there. One snapshot. */
export async function readEnd(tx: Tx, accountId: string): Promise<{ head: ChainPlace | null; last: number }> {
  const [row] = await tx.execute<{ position: string | null; digest: Uint8Array | null; last: string }>(sql`
    select h.position, h.digest, coalesce(e.last, 0) as last
    from (select max(position) as last from compliance.audit_event where account_id = ${accountId}) e
    left join compliance.audit_head h on h.account_id = ${accountId}`);
  const head = row?.position && row.digest ? { position: Number(row.position), digest: row.digest } : null;
  return { head, last: Number(row?.last ?? 0) };
}

/** Up to `limit` links of the chain, in order, from after one position up to another. */
export async function listLinks(
  tx: Tx,
  accountId: string,
  { after, upTo, limit }: { after: number; upTo: number; limit: number },
): Promise<ChainLink[]> {
  const rows = await tx.execute<{ position: string; digest: Uint8Array; text: string }>(sql`
    select e.position, e.digest, compliance.audit_text(e) as text
    from compliance.audit_event e
    where e.account_id = ${accountId} and e.position > ${after} and e.position <= ${upTo}
    order by e.position limit ${limit}`);
  return rows.map((row) => ({ position: Number(row.position), digest: row.digest, text: row.text }));
}
