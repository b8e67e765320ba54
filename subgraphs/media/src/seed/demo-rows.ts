import type { derivative } from "../photo/derivative.table.js";
import type { photo } from "../photo/photo.table.js";
import type { submission } from "../submission/submission.table.js";
import { DEMO_SIDE, type DemoPortrait } from "./demo-portraits.js";
import { demoObjectKeys } from "./seal-portraits.js";

/** A demo submission: whose, for which studio, and how far it is. */
export interface SeedSubmission {
  submissionId: string;
  photoId: string;
  contactId: string;
  studioId: string;
  /** The contact still reviews it, or has submitted it. */
  status: "in_review" | "submitted" | "awaiting_admin";
  createdAt: Date;
}

/** The rows of a demo submission, of its photo, and of the headshot made of that. */
export function demoRows(accountId: string, seed: SeedSubmission, portrait: DemoPortrait) {
  const { submissionId, photoId: id, contactId, studioId, status, createdAt } = seed;
  const { edited, original, originalDigest } = portrait;
  const { width, height, contentType, recipeHash, removerVersion, sha256: digest } = edited;
  const keys = demoObjectKeys({ photo: { accountId, contactId, id }, portrait });
  const owner = { accountId, contactId, studioId, createdAt };
  const reviewed = status === "in_review" ? {} : { reviewedDigest: digest, submittedAt: createdAt };
  return {
    photo: {
      ...owner,
      ...{ id, recipeHash, originalDigest },
      ...{ status: "ready", format: "jpeg", width: DEMO_SIDE, height: DEMO_SIDE, bytes: original.length },
      ...{ objectKey: keys.original, uploadExpiresAt: createdAt, updatedAt: createdAt },
    } satisfies typeof photo.$inferInsert,
    derivative: {
      ...{ accountId, photoId: id, recipeHash, digest, width, height, contentType, removerVersion, createdAt },
      ...{ bytes: edited.bytes.length, objectKey: keys.edited },
    } satisfies typeof derivative.$inferInsert,
    submission: {
      ...owner,
      ...{ id: submissionId, photoId: id, status, ...reviewed },
      version: status === "in_review" ? 2 : 3,
    } satisfies typeof submission.$inferInsert,
  };
}
