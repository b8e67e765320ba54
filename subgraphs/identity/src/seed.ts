import { openDatabase } from "@studio/kit/db/database.js";
import { roleUrl } from "@studio/kit/db/role-url.js";
import type { IdentitySeed, SeedTarget } from "./seed/identity-seed.js";
import { seedAccess, seedAccount } from "./seed/seed-account.js";
import { seedContacts } from "./seed/seed-contacts.js";
import { deriveIdentityKeys } from "./services.js";

export { DEMO_FIELDS } from "./seed/demo-fields.js";
export type { IdentitySeed, SeedTarget } from "./seed/identity-seed.js";

/**
 * Writes a demo account in one transaction. Rows that are there stay as they are, so seeding again is safe and quick.
 * @param onProgress told how many contacts are there, after each batch that added some
 * @returns how many contacts were added
 */
export async function seedIdentity(
  target: SeedTarget,
  seed: IdentitySeed,
  onProgress?: (done: number) => void,
): Promise<number> {
  const url = roleUrl(target.databaseUrl, target.masterKey, "identity");
  const db = openDatabase({ url, max: 1, applicationName: "seed" });
  const keys = deriveIdentityKeys(target.masterKey);
  try {
    return await db.inAccount(seed.account.id, async (tx) => {
      const now = target.clock.now();
      await seedAccount(tx, seed, now);
      await seedAccess(tx, seed, keys, now);
      return seedContacts(tx, seed, keys, onProgress ?? (() => {}));
    });
  } finally {
    await db.close();
  }
}
