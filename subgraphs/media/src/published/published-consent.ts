import { and, eq } from "drizzle-orm";
import { pgSchema, text, uuid } from "drizzle-orm/pg-core";
import type { Tx } from "@studio/kit/db/database.js";

const publishedConsent = pgSchema("compliance")
  .view("published_consent", {
    accountId: uuid("account_id").notNull(),
    contactId: uuid("contact_id").notNull(),
    purpose: text("purpose").notNull(),
    state: text("state").notNull(),
  })
  .existing();

/** Whether the contact's consent to the processing of their photos stands. */
export async function consentsToProcessing(tx: Tx, accountId: string, contactId: string): Promise<boolean> {
  const rows = await tx
    .select({ state: publishedConsent.state })
    .from(publishedConsent)
    .where(
      and(
        eq(publishedConsent.accountId, accountId),
        eq(publishedConsent.contactId, contactId),
        eq(publishedConsent.purpose, "processing"),
        eq(publishedConsent.state, "given"),
      ),
    );
  return rows.length > 0;
}
