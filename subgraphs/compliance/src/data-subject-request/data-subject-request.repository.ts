import { and, count, eq, gte, inArray, isNull, sql } from "drizzle-orm";
import type { Actor } from "@studio/kit/auth/viewer.js";
import type { Tx } from "@studio/kit/db/database.js";
import { idArray } from "@studio/kit/db/id-array.js";
import { dataSubjectRequest, dataSubjectRequestCount, dataSubjectRequestStep } from "./data-subject-request.table.js";
import { OPEN_STATUSES, type RequestStatus, type RequestStepKind } from "./data-subject-request.values.js";

/** A request as it is stored. */
export type DataSubjectRequestRow = typeof dataSubjectRequest.$inferSelect;

/** A step as it is stored. */
export type RequestStepRow = typeof dataSubjectRequestStep.$inferSelect;

/** The requests of these ids. */
export function listByIds(tx: Tx, accountId: string, ids: readonly string[]): Promise<DataSubjectRequestRow[]> {
  return tx
    .select()
    .from(dataSubjectRequest)
    .where(and(eq(dataSubjectRequest.accountId, accountId), sql`${dataSubjectRequest.id} = any(${idArray(ids)})`));
}

/** The steps of these requests, in order. */
export function listSteps(tx: Tx, accountId: string, requestIds: readonly string[]): Promise<RequestStepRow[]> {
  const { accountId: account, requestId, place } = dataSubjectRequestStep;
  return tx
    .select()
    .from(dataSubjectRequestStep)
    .where(and(eq(account, accountId), sql`${requestId} = any(${idArray(requestIds)})`))
    .orderBy(requestId, place);
}

/** The request, locked until the transaction ends, or null. */
export async function lockRequest(tx: Tx, accountId: string, id: string): Promise<DataSubjectRequestRow | null> {
  const [row] = await tx
    .select()
    .from(dataSubjectRequest)
    .where(and(eq(dataSubjectRequest.accountId, accountId), eq(dataSubjectRequest.id, id)))
    .for("update");
  return row ?? null;
}

/** The open request that a new one would repeat: of the same kind, by the same contact or the same unproven email. */
export async function lockOpenTwin(tx: Tx, row: DataSubjectRequestRow): Promise<DataSubjectRequestRow | null> {
  const sameAsker =
    row.contactId !== null
      ? eq(dataSubjectRequest.contactId, row.contactId)
      : and(isNull(dataSubjectRequest.contactId), eq(dataSubjectRequest.claimantIndex, row.claimantIndex!));
  const [twin] = await tx
    .select()
    .from(dataSubjectRequest)
    .where(
      and(
        eq(dataSubjectRequest.accountId, row.accountId),
        sameAsker,
        eq(dataSubjectRequest.kind, row.kind),
        inArray(dataSubjectRequest.status, [...OPEN_STATUSES]),
      ),
    )
    .for("update");
  return twin ?? null;
}

/** Adds a request. False if an open one of its kind is there already, by a concurrent call as well. */
export async function insertRequest(tx: Tx, row: DataSubjectRequestRow): Promise<boolean> {
  const added = await tx
    .insert(dataSubjectRequest)
    .values(row)
    .onConflictDoNothing()
    .returning({ id: dataSubjectRequest.id });
  return added.length > 0;
}

/** What of a request changes. */
export type RequestChange = Partial<
  Pick<
    DataSubjectRequestRow,
    "contactId" | "status" | "statement" | "decidedAt" | "denialGround" | "explanation" | "claimantIndex"
  >
>;

/** Changes a request and returns it as it is now. */
export async function updateRequest(
  tx: Tx,
  { accountId, id }: DataSubjectRequestRow,
  change: RequestChange,
): Promise<DataSubjectRequestRow> {
  const [row] = await tx
    .update(dataSubjectRequest)
    .set(change)
    .where(and(eq(dataSubjectRequest.accountId, accountId), eq(dataSubjectRequest.id, id)))
    .returning();
  if (!row) throw new Error("A locked request is no longer there.");
  return row;
}

/** Adds steps behind those that a request has; its row is locked, or new. */
export async function addSteps(
  tx: Tx,
  { accountId, id }: DataSubjectRequestRow,
  steps: readonly RequestStepKind[],
  { at, actorKind }: { at: Date; actorKind: Actor["kind"] },
): Promise<void> {
  await tx.execute(sql`
    insert into compliance.data_subject_request_step (account_id, request_id, place, step, at, actor_kind)
    select ${accountId}::uuid, ${id}::uuid, s.place + (
      select count(*) from compliance.data_subject_request_step e
      where e.account_id = ${accountId}::uuid and e.request_id = ${id}::uuid
    ), s.step, ${at.toISOString()}::timestamptz, ${actorKind}
    from unnest(${`{${steps.join(",")}}`}::text[]) with ordinality as s (step, place)`);
}

/** How many requests came in since a time: of one contact, or by the account's public form. */
export async function countReceivedSince(
  tx: Tx,
  accountId: string,
  from: { contactId: string } | "form",
  since: Date,
): Promise<number> {
  const [row] = await tx
    .select({ n: count() })
    .from(dataSubjectRequest)
    .where(
      and(
        eq(dataSubjectRequest.accountId, accountId),
        gte(dataSubjectRequest.receivedAt, since),
        from === "form" ? eq(dataSubjectRequest.origin, "form") : eq(dataSubjectRequest.contactId, from.contactId),
      ),
    );
  return row?.n ?? 0;
}

/** How many requests the platform holds by status: the directory knows numbers alone. */
export function countByStatus(tx: Tx): Promise<{ status: RequestStatus; count: number }[]> {
  const { status, count: held } = dataSubjectRequestCount;
  return tx
    .select({ status, count: sql<number>`sum(${held})::int` })
    .from(dataSubjectRequestCount)
    .groupBy(status)
    .orderBy(status);
}
