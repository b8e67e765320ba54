import type { derivative } from "../photo/derivative.table.js";
import type { photo } from "../photo/photo.table.js";
import type { submissionShot } from "../submission/submission-shot.table.js";
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

/** The rows of a demo submission, of its photo as its one shot, and of the headshot made of that. */
export function demoRows(accountId: string, seed: SeedSubmission, portrait: DemoPortrait) {
  return {
    photo: photoRow(accountId, seed, portrait),
    derivative: derivativeRow(accountId, seed, portrait),
    submission: submissionRow(accountId, seed, portrait),
    shot: shotRow(accountId, seed),
  };
}

function photoRow(accountId: string, seed: SeedSubmission, portrait: DemoPortrait): typeof photo.$inferInsert {
  const { photoId: id, contactId, studioId, createdAt } = seed;
  return {
    accountId,
    id,
    contactId,
    studioId,
    status: "ready",
    format: "jpeg",
    width: DEMO_SIDE,
    height: DEMO_SIDE,
    bytes: portrait.original.length,
    originalDigest: portrait.originalDigest,
    cleanDigest: portrait.originalDigest,
    objectKey: demoObjectKeys({ photo: { accountId, contactId, id }, portrait }).original,
    recipeHash: portrait.edited.recipeHash,
    uploadExpiresAt: createdAt,
    createdAt,
    updatedAt: createdAt,
  };
}

function derivativeRow(
  accountId: string,
  seed: SeedSubmission,
  portrait: DemoPortrait,
): typeof derivative.$inferInsert {
  const { photoId, contactId, createdAt } = seed;
  const { width, height, contentType, recipeHash, sha256: digest, bytes } = portrait.edited;
  const { removerVersion } = portrait;
  const objectKey = demoObjectKeys({ photo: { accountId, contactId, id: photoId }, portrait }).edited;
  const picture = { digest, width, height, contentType, bytes: bytes.length, objectKey };
  return { accountId, photoId, recipeHash, removerVersion, createdAt, ...picture };
}

function submissionRow(
  accountId: string,
  seed: SeedSubmission,
  portrait: DemoPortrait,
): typeof submission.$inferInsert {
  const { submissionId: id, photoId, contactId, studioId, status, createdAt } = seed;
  const row = { accountId, id, photoId, contactId, studioId, status, createdAt };
  if (status === "in_review") return { ...row, version: 2 };
  return { ...row, version: 3, reviewedDigest: portrait.edited.sha256, submittedAt: createdAt };
}

function shotRow(accountId: string, { submissionId, photoId }: SeedSubmission): typeof submissionShot.$inferInsert {
  return { accountId, submissionId, photoId };
}
