import { sql } from "drizzle-orm";
import { badInput } from "@studio/kit/error/codes.js";
import type { KeyColumn } from "@studio/kit/paging/keyset.js";
import type { SubmissionOrder } from "./submission-list.args.js";
import { submission } from "./submission.table.js";

const NEWEST_FIRST: SubmissionOrder = { field: "createdAt", direction: "desc" };

/**
 * What a list is ordered by: the fields that were given, then the upload's time and the id, so that the order is total.
 * @throws BAD_USER_INPUT if a field is named twice
 */
export function readSubmissionOrder(given: readonly SubmissionOrder[] | null | undefined): SubmissionOrder[] {
  const order = given?.length ? [...given] : [NEWEST_FIRST];
  const fields = new Set(order.map(({ field }) => field));
  if (fields.size < order.length) throw badInput("Name each field once.", "orderBy");
  if (!fields.has("createdAt")) order.push({ field: "createdAt", direction: order.at(-1)!.direction });
  return order;
}

/** The order as columns of `media.submission`. */
export function orderColumns(order: readonly SubmissionOrder[]): KeyColumn[] {
  const { direction } = order.at(-1)!;
  return [...order.map(keyColumn), { sql: sql`${submission.id}`, type: "uuid", nullable: false, direction }];
}

function keyColumn({ field, direction }: SubmissionOrder): KeyColumn {
  if (field === "status") return { sql: sql`${submission.status}::text`, type: "text", nullable: false, direction };
  const nullable = field === "submittedAt";
  return { sql: sql`${submission[field]}`, type: "timestamptz", nullable, direction };
}
