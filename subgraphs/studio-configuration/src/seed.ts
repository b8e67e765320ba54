import { openDatabase } from "@studio/kit/db/database.js";
import { changeState } from "@studio/kit/db/change.js";
import { roleUrl } from "@studio/kit/db/role-url.js";
import type { ServiceOptions } from "@studio/kit/server/open-service.js";
import { studioDirectory } from "./directory/studio-directory.table.js";
import { canonicalRecipe } from "./studio/recipe.policy.js";
import type { StudioRow } from "./studio/studio.repository.js";
import { studio } from "./studio/studio.table.js";

/** A demo studio. What is left out is as a new studio would have it. */
export type SeedStudio = Pick<StudioRow, "id" | "slug" | "name" | "status"> &
  Partial<Omit<StudioRow, "accountId" | "consentTextVersion" | "publishedAt" | "version">>;

/**
 * Makes an account's demo studios through the service's own role, in one transaction. Studios that are there
 * already stay as they are. Every subgraph must have been started once, so that its tables and the audit are there.
 */
export async function seedStudios(
  options: Pick<ServiceOptions, "databaseUrl" | "masterKey" | "clock">,
  accountId: string,
  studios: readonly SeedStudio[],
): Promise<void> {
  const url = roleUrl(options.databaseUrl, options.masterKey, "studio-configuration");
  const db = openDatabase({ url, max: 1, applicationName: "seed-studios" });
  const rows = studios.map((seed) => rowFrom(seed, accountId, options.clock.now()));
  const actor = { kind: "system", part: "seed" } as const;
  const scope = { db, clock: options.clock, viewer: actor, accountId, requestId: "seed", wake: () => {} };
  try {
    await changeState(scope, async (change) => {
      const added = await change.tx.insert(studio).values(rows).onConflictDoNothing().returning({ id: studio.id });
      if (added.length === 0) return change.abandon(undefined);
      const isNew = new Set(added.map(({ id }) => id));
      const entries = rows.filter(({ id }) => isNew.has(id)).map(({ slug, id }) => ({ slug, accountId, studioId: id }));
      await change.tx.insert(studioDirectory).values(entries);
      change.audit({ action: "studio.seeded", subjectType: "Account", subjectId: accountId });
    });
  } finally {
    await db.close();
  }
}

function rowFrom(seed: SeedStudio, accountId: string, now: Date): StudioRow {
  const createdAt = seed.createdAt ?? now;
  return {
    welcomeText: "",
    access: "public",
    reviewMode: "automatic",
    coordinatorsSeeOriginals: false,
    coordinatorsReview: false,
    capacity: null,
    submissionsPerContact: null,
    opensAt: null,
    closesAt: null,
    captionFieldId: null,
    consentText: "I agree that my photos are taken, edited and kept for this studio.",
    ...seed,
    recipe: canonicalRecipe(seed.recipe ?? DEFAULT_RECIPE),
    accountId,
    consentTextVersion: 1,
    createdAt,
    publishedAt: seed.status === "draft" ? null : createdAt,
    version: 1,
  };
}

const DEFAULT_RECIPE = {
  width: 1024,
  height: 1280,
  fit: "crop",
  format: "jpeg",
  quality: 90,
  backdrop: "#ffffff",
} as const;
