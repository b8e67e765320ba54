import { and, eq, sql } from "drizzle-orm";
import { boolean, integer, jsonb, pgSchema, text, timestamp, uuid } from "drizzle-orm/pg-core";
import type { Tx } from "@studio/kit/db/database.js";
import { idArray } from "@studio/kit/db/id-array.js";

const publishedStudioView = pgSchema("studio_configuration")
  .view("published_studio", {
    accountId: uuid("account_id").notNull(),
    id: uuid("id").notNull(),
    status: text("status").notNull(),
    coordinatorsSeeOriginals: boolean("coordinators_see_originals").notNull(),
    recipe: jsonb("recipe").notNull(),
    reviewMode: text("review_mode").notNull(),
    coordinatorsReview: boolean("coordinators_review").notNull(),
    capacity: integer("capacity"),
    submissionsPerContact: integer("submissions_per_contact"),
    opensAt: timestamp("opens_at", { withTimezone: true }),
    closesAt: timestamp("closes_at", { withTimezone: true }),
    captionFieldId: uuid("caption_field_id"),
  })
  .existing();

/** What studio-configuration publishes of a studio. `recipe` is checked where it is used. */
export type PublishedStudio = typeof publishedStudioView.$inferSelect;

/** The account's studios among `ids`. */
export function findPublishedStudios(tx: Tx, accountId: string, ids: readonly string[]): Promise<PublishedStudio[]> {
  return tx
    .select()
    .from(publishedStudioView)
    .where(and(eq(publishedStudioView.accountId, accountId), sql`${publishedStudioView.id} = any(${idArray(ids)})`))
    .prepare("media_published_studios")
    .execute();
}

/** One studio of the account, or null. */
export async function findPublishedStudio(tx: Tx, accountId: string, id: string): Promise<PublishedStudio | null> {
  const [studio] = await findPublishedStudios(tx, accountId, [id]);
  return studio ?? null;
}
