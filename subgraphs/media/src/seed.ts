import { localKeyService } from "@studio/kit/crypto/key-service.js";
import { deriveKey } from "@studio/kit/crypto/seal.js";
import { changeState } from "@studio/kit/db/change.js";
import { openDatabase, type Database } from "@studio/kit/db/database.js";
import { roleUrl } from "@studio/kit/db/role-url.js";
import { derivative } from "./photo/derivative.table.js";
import { findPhotos } from "./photo/photo.repository.js";
import { photo } from "./photo/photo.table.js";
import { contactKeys } from "./published/contact-key.js";
import { renderDemoPortraits, type DemoPortrait } from "./seed/demo-portraits.js";
import { demoRows, type SeedSubmission } from "./seed/demo-rows.js";
import { sealPortraits } from "./seed/seal-portraits.js";
import type { MediaOptions } from "./start.js";
import { openObjectStore } from "./storage/open-object-store.js";
import { submissionShot } from "./submission/submission-shot.table.js";
import { submission } from "./submission/submission.table.js";

export type { SeedSubmission } from "./seed/demo-rows.js";

export type SeedMediaOptions = Pick<MediaOptions, "databaseUrl" | "masterKey" | "clock" | "storageUrl">;

/**
 * Makes demo submissions of an account's contacts, each with a real headshot sealed under the contact's own key, in
 * one transaction through the service's own role. What is there already stays as it is. The contacts and their keys
 * must be there, and every subgraph must have been started once.
 * @returns how many submissions were added
 */
export async function seedSubmissions(
  options: SeedMediaOptions,
  accountId: string,
  submissions: readonly SeedSubmission[],
): Promise<number> {
  const url = roleUrl(options.databaseUrl, options.masterKey, "media");
  const db = openDatabase({ url, max: 1, applicationName: "seed-submissions" });
  try {
    const missing = await withoutKnown(db, accountId, submissions);
    if (missing.length === 0) return 0;
    const portraits = await renderDemoPortraits();
    const portraitOf = new Map(missing.map((seed, index) => [seed, portraits[index % portraits.length]!]));
    await sealAll(options, db, accountId, portraitOf);
    await insertAll(options, db, accountId, portraitOf);
    return missing.length;
  } finally {
    await db.close();
  }
}

async function withoutKnown(
  db: Database,
  accountId: string,
  seeds: readonly SeedSubmission[],
): Promise<SeedSubmission[]> {
  const ids = seeds.map((seed) => seed.photoId);
  const rows = await db.inAccount(accountId, (tx) => findPhotos(tx, accountId, ids));
  const known = new Set(rows.map((row) => row.id));
  return seeds.filter((seed) => !known.has(seed.photoId));
}

async function sealAll(
  { masterKey, storageUrl }: SeedMediaOptions,
  db: Database,
  accountId: string,
  portraitOf: ReadonlyMap<SeedSubmission, DemoPortrait>,
): Promise<void> {
  const objects = await openObjectStore(storageUrl);
  const keyService = localKeyService(deriveKey(masterKey, "data-keys"));
  const contactIds = [...portraitOf.keys()].map((seed) => seed.contactId);
  const keys = await db.inAccount(accountId, (tx) => contactKeys(tx, keyService, accountId, contactIds));
  const tasks = [...portraitOf].map(([{ contactId, photoId: id }, portrait]) => {
    const key = keys.get(contactId);
    if (!key) throw new Error(`The contact ${contactId} has no data key: seed identity first.`);
    return { photo: { accountId, contactId, id }, portrait, key };
  });
  await sealPortraits(objects, tasks);
}

async function insertAll(
  { clock }: SeedMediaOptions,
  db: Database,
  accountId: string,
  portraitOf: ReadonlyMap<SeedSubmission, DemoPortrait>,
): Promise<void> {
  const rows = [...portraitOf].map(([seed, portrait]) => demoRows(accountId, seed, portrait));
  const viewer = { kind: "system", part: "seed" } as const;
  const scope = { db, clock, viewer, accountId, requestId: "seed", wake: () => {} };
  await changeState(scope, async ({ tx, audit }) => {
    await tx.insert(photo).values(rows.map((row) => row.photo));
    await tx.insert(derivative).values(rows.map((row) => row.derivative));
    await tx.insert(submission).values(rows.map((row) => row.submission));
    await tx.insert(submissionShot).values(rows.map((row) => row.shot));
    audit({ action: "submission.seeded", subjectType: "Account", subjectId: accountId });
  });
}
