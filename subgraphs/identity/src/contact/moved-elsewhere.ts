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

/** The ids of a submission, as events about it carry them. */
type SubmissionIds = Record<"submissionId" | "contactId" | "studioId" | "photoId", string>;

/** A submission with shots of both: each has one of their own since, and it is taken back if the other's was submitted. */
export interface PartedSubmission {
  parted: SubmissionIds;
  from: SubmissionIds;
  takenBack: boolean;
}

/**
 * Gives the duplicate back what the receipts say, as far as the survivor has it still. @returns the submissions that
 * shots of the survivor had come into meanwhile
 */
export async function returnFromElsewhere(
  tx: Tx,
  { accountId, survivorId, duplicateId, receipt, mergedAt }: MergeRow,
): Promise<PartedSubmission[]> {
  const [returned] = await tx.execute<{ parted: PartedSubmission[] }>(sql`
    select media.return_contact(${accountId}::uuid, ${survivorId}::uuid, ${duplicateId}::uuid,
        ${JSON.stringify(receipt.media)}::jsonb) as parted,
      compliance.return_contact(${accountId}::uuid, ${survivorId}::uuid, ${duplicateId}::uuid,
        ${JSON.stringify(receipt.compliance)}::jsonb, ${mergedAt.toISOString()}::timestamptz)`);
  return returned!.parted;
}
