import { sql } from "drizzle-orm";
import type { Tx } from "@studio/kit/db/database.js";
import type { MergeReceipt } from "./merge.policy.js";
import type { MergeRow, Pair } from "./merge.repository.js";

type Receipts = Pick<MergeReceipt, "media" | "compliance">;

/**
 * Lets photos, submissions and consents follow to the survivor, through the functions that media and compliance
 * publish: in this transaction, so that a merge is whole or not at all. Each gives a receipt of what it moved.
 */
export async function moveElsewhere(tx: Tx, { accountId, survivorId, duplicateId }: Pair): Promise<Receipts> {
  const [receipts] = await tx.execute<Receipts & Record<string, unknown>>(sql`
    select media.move_contact(${accountId}::uuid, ${duplicateId}::uuid, ${survivorId}::uuid) as media,
      compliance.move_contact(${accountId}::uuid, ${duplicateId}::uuid, ${survivorId}::uuid) as compliance`);
  return { media: receipts?.media, compliance: receipts?.compliance };
}

/** Gives the duplicate back what the receipts say, as far as the survivor has it still. */
export async function returnFromElsewhere(
  tx: Tx,
  { accountId, survivorId, duplicateId, receipt, mergedAt }: MergeRow,
): Promise<void> {
  await tx.execute(sql`
    select media.return_contact(${accountId}::uuid, ${survivorId}::uuid, ${duplicateId}::uuid,
        ${JSON.stringify(receipt.media)}::jsonb),
      compliance.return_contact(${accountId}::uuid, ${survivorId}::uuid, ${duplicateId}::uuid,
        ${JSON.stringify(receipt.compliance)}::jsonb, ${mergedAt.toISOString()}::timestamptz)`);
}
