import { and, asc, desc, eq, gt, gte, lt, sql, type AnyColumn, type SQL } from "drizzle-orm";
import type { Tx } from "@studio/kit/db/database.js";
import { typedArray } from "@studio/kit/paging/keyset.js";
import type { ChainLink, ChainPlace } from "./audit-chain.policy.js";
import type { AuditSelection } from "./audit-filter.js";
import { auditEvent } from "./audit.table.js";

/** An entry as it is stored. */
export type AuditEventRow = typeof auditEvent.$inferSelect;

/** A page of the trail as it is read: between two positions, from the newest on or from the oldest. */
export interface AuditPagePlan {
  accountId: string;
  selection: AuditSelection;
  olderThan: number | null;
  newerThan: number | null;
  oldestFirst: boolean;
  limit: number;
}

/** Up to `limit` entries, in the order in which the page is read. */
export function listEntries(tx: Tx, plan: AuditPagePlan): Promise<AuditEventRow[]> {
  const { accountId, selection, olderThan, newerThan, oldestFirst, limit } = plan;
  return tx
    .select()
    .from(auditEvent)
    .where(
      and(
        eq(auditEvent.accountId, accountId),
        ...selected(selection),
        olderThan === null ? undefined : lt(auditEvent.position, olderThan),
        newerThan === null ? undefined : gt(auditEvent.position, newerThan),
      ),
    )
    .orderBy((oldestFirst ? asc : desc)(auditEvent.position))
    .limit(limit);
}

function selected(selection: AuditSelection): (SQL | undefined)[] {
  const { actorIds, actorKinds, actions, subjectIds, subjectTypes, from, until } = selection;
  const oneOf = (column: AnyColumn, values: readonly string[] | null) =>
    values === null ? undefined : sql`${column} = any(${typedArray(values, "text")})`;
  return [
    oneOf(auditEvent.actorId, actorIds),
    oneOf(auditEvent.actorKind, actorKinds),
    oneOf(auditEvent.action, actions),
    oneOf(auditEvent.subjectId, subjectIds),
    oneOf(auditEvent.subjectType, subjectTypes),
    from === null ? undefined : gte(auditEvent.at, from),
    until === null ? undefined : lt(auditEvent.at, until),
  ];
}

/** One entry, or null. */
export async function findEntry(tx: Tx, accountId: string, id: string): Promise<AuditEventRow | null> {
  const [row] = await tx
    .select()
    .from(auditEvent)
    .where(and(eq(auditEvent.accountId, accountId), eq(auditEvent.id, id)));
  return row ?? null;
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
