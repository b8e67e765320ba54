import type { Tx } from "@studio/kit/db/database.js";
import type { PublishedStudio } from "../published/published-studio.js";
import { StudioFull, StudioNotOpen, SubmissionLimitReached } from "./studio-intake.errors.js";
import { refuseIntake, type Standing } from "./studio-intake.policy.js";
import { countStandingAlone, type Intake } from "./studio-intake.repository.js";

export type IntakeError = StudioNotOpen | StudioFull | SubmissionLimitReached;

const UNCOUNTED: Standing = { all: 0, ofContact: 0 };

/**
 * Why a studio takes no further submission of a contact, or null if it does. Where it has limits, nobody else submits
 * to it until the transaction ends, so of any number at once no more win than there are places.
 */
export async function refuseByStudio(
  tx: Tx,
  studio: PublishedStudio | null,
  intake: Intake,
  at: Date,
): Promise<IntakeError | null> {
  const isLimited = studio !== null && (studio.capacity !== null || studio.submissionsPerContact !== null);
  const standing = isLimited ? await countStandingAlone(tx, intake) : UNCOUNTED;
  const refusal = refuseIntake(studio, standing, at);
  switch (refusal) {
    case null:
      return null;
    case "STUDIO_NOT_OPEN":
      return StudioNotOpen.now(studio);
    case "STUDIO_FULL":
      return StudioFull.now();
    case "SUBMISSION_LIMIT_REACHED":
      return SubmissionLimitReached.of(studio?.submissionsPerContact ?? 0);
    default:
      return refusal satisfies never;
  }
}
