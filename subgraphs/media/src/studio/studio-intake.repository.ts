import { and, eq, inArray, sql, type SQL } from "drizzle-orm";
import type { Tx } from "@studio/kit/db/database.js";
import { submission } from "../submission/submission.table.js";
import { STANDING_STATUSES } from "../submission/submission.values.js";
import type { Standing } from "./studio-intake.policy.js";

/** Who would submit, and where. */
export interface Intake {
  accountId: string;
  studioId: string;
  contactId: string;
}

/**
 * Counts what stands in a studio, and keeps others from submitting to it until the transaction ends: what was counted
 * is true when the submission is written.
 */
export async function countStandingAlone(tx: Tx, { accountId, studioId, contactId }: Intake): Promise<Standing> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('media.intake:' || ${studioId}, 0))`);
  const standing = (...conditions: SQL[]) =>
    tx.$count(
      submission,
      and(
        eq(submission.accountId, accountId),
        eq(submission.studioId, studioId),
        inArray(submission.status, STANDING_STATUSES),
        ...conditions,
      ),
    );
  return { all: await standing(), ofContact: await standing(eq(submission.contactId, contactId)) };
}
