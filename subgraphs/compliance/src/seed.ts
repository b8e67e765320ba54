import { sql } from "drizzle-orm";
import { changeState } from "@studio/kit/db/change.js";
import { openDatabase } from "@studio/kit/db/database.js";
import { roleUrl } from "@studio/kit/db/role-url.js";
import type { ServiceOptions } from "@studio/kit/server/open-service.js";
import type { ConsentState, Purpose } from "./consent/consent.values.js";

/** What a demo contact has said about a purpose. */
export interface SeedConsent {
  contactId: string;
  purpose: Purpose;
  state: ConsentState;
}

/**
 * Makes demo consents for an account's contacts through the service's own role: one statement for all of them,
 * in one transaction. A consent that is there already stays as it is.
 * @param studioId the studio whose consent text, version 1, was shown
 */
export async function seedConsents(
  options: Pick<ServiceOptions, "databaseUrl" | "masterKey" | "clock">,
  accountId: string,
  studioId: string,
  consents: readonly SeedConsent[],
): Promise<void> {
  const url = roleUrl(options.databaseUrl, options.masterKey, "compliance");
  const db = openDatabase({ url, max: 1, applicationName: "seed-consents" });
  const actor = { kind: "system", part: "seed" } as const;
  const scope = { db, clock: options.clock, viewer: actor, accountId, requestId: "seed", wake: () => {} };
  const rows = JSON.stringify(consents);
  const at = options.clock.now().toISOString();
  try {
    await changeState(scope, async (change) => {
      const added = await change.tx.execute(sql`
        with added as (
          insert into compliance.consent
            (account_id, contact_id, purpose, state, studio_id, text_version, changed_at)
          select ${accountId}::uuid, "contactId", purpose, state, ${studioId}::uuid, 1, ${at}::timestamptz
          from jsonb_to_recordset(${rows}::jsonb) as given("contactId" uuid, purpose text, state text)
          on conflict do nothing
          returning *
        )
        insert into compliance.consent_change
          (account_id, id, contact_id, purpose, state, studio_id, text_version, changed_at)
        select account_id, gen_random_uuid(), contact_id, purpose, state, studio_id, text_version, changed_at
        from added
        returning id`);
      if (added.length === 0) return change.abandon(undefined);
      change.audit({ action: "consent.seeded", subjectType: "Account", subjectId: accountId });
    });
  } finally {
    await db.close();
  }
}
