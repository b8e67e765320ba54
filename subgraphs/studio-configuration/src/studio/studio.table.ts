import { sql } from "drizzle-orm";
import { boolean, check, index, integer, jsonb, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { instant, studioSchema } from "../database-schema.js";
import { REVIEW_MODES, STUDIO_ACCESSES, STUDIO_STATUSES, type Recipe } from "./studio.values.js";

/** A studio: what its people meet, and how their pictures come out. */
export const studio = studioSchema.table(
  "studio",
  {
    accountId: uuid("account_id").notNull(),
    id: uuid("id").notNull(),
    /** The slug that holds now; the directory resolves it. */
    slug: text("slug").notNull(),
    name: text("name").notNull(),
    welcomeText: text("welcome_text").notNull(),
    status: text("status", { enum: STUDIO_STATUSES }).notNull(),
    access: text("access", { enum: STUDIO_ACCESSES }).notNull(),
    reviewMode: text("review_mode", { enum: REVIEW_MODES }).notNull(),
    coordinatorsSeeOriginals: boolean("coordinators_see_originals").notNull(),
    /** Whether coordinators may accept and reject the submissions of their groups' contacts. */
    coordinatorsReview: boolean("coordinators_review").notNull().default(false),
    capacity: integer("capacity"),
    submissionsPerContact: integer("submissions_per_contact"),
    opensAt: instant("opens_at"),
    closesAt: instant("closes_at"),
    recipe: jsonb("recipe").$type<Recipe>().notNull(),
    /** Which of identity's fields is shown under the pictures of the studio's galleries, while that is public. */
    captionFieldId: uuid("caption_field_id"),
    consentText: text("consent_text").notNull(),
    /** Counts the consent texts this studio has had, from 1: a consent names the one it was given to. */
    consentTextVersion: integer("consent_text_version").notNull(),
    createdAt: instant("created_at").notNull(),
    publishedAt: instant("published_at"),
    /** Counts the changes, from 1. */
    version: integer("version").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.accountId, table.id] }),
    index("studio_by_creation").on(table.accountId, table.createdAt, table.id),
    check("studio_status", sql`${table.status} in ('draft', 'published', 'paused', 'archived')`),
    check("studio_access", sql`${table.access} in ('public', 'private')`),
    check("studio_review_mode", sql`${table.reviewMode} in ('automatic', 'by_admin')`),
    check("studio_limits", sql`${table.capacity} > 0 and ${table.submissionsPerContact} > 0`),
    check("studio_window", sql`${table.opensAt} < ${table.closesAt}`),
    check("studio_published", sql`(${table.status} = 'draft') = (${table.publishedAt} is null)`),
  ],
);
