import { boolean, customType, foreignKey, index, integer, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { bytes, mediaSchema, moment } from "../database-schema.js";
import { submission } from "../submission/submission.table.js";

const digest = customType<{ data: Buffer }>({ dataType: () => "bytea" });

/** Headshots shown to whoever has the link, and the PIN where there is one. Of the link only its digest is kept. */
export const gallery = mediaSchema.table(
  "gallery",
  {
    accountId: uuid("account_id").notNull(),
    id: uuid("id").notNull(),
    studioId: uuid("studio_id").notNull(),
    name: text("name").notNull(),
    /** Whether it shows the whole studio as it stands; else what is in `gallery_item`. */
    wholeStudio: boolean("whole_studio").notNull(),
    linkDigest: digest("link_digest").notNull(),
    /** Salt (16 bytes) and scrypt digest (32 bytes), or null without a PIN. */
    pinDigest: bytes("pin_digest"),
    expiresAt: moment("expires_at").notNull(),
    lockedAt: moment("locked_at"),
    createdAt: moment("created_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.accountId, table.id] }),
    unique("gallery_link").on(table.accountId, table.linkDigest),
    index("gallery_newest").on(table.accountId, table.createdAt, table.id),
  ],
);

/** What a gallery of a selection shows. */
export const galleryItem = mediaSchema.table(
  "gallery_item",
  {
    accountId: uuid("account_id").notNull(),
    galleryId: uuid("gallery_id").notNull(),
    submissionId: uuid("submission_id").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.accountId, table.galleryId, table.submissionId] }),
    foreignKey({
      columns: [table.accountId, table.galleryId],
      foreignColumns: [gallery.accountId, gallery.id],
    }).onDelete("cascade"),
    foreignKey({
      columns: [table.accountId, table.submissionId],
      foreignColumns: [submission.accountId, submission.id],
    }).onDelete("cascade"),
  ],
);

/** How often a PIN was tried of late: from one address (a keyed digest of it), and, with an empty one, from anywhere. */
export const galleryAttempt = mediaSchema.table(
  "gallery_attempt",
  {
    accountId: uuid("account_id").notNull(),
    galleryId: uuid("gallery_id").notNull(),
    address: text("address").notNull(),
    attempts: integer("attempts").notNull(),
    since: moment("since").notNull(),
    lastAt: moment("last_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.accountId, table.galleryId, table.address] }),
    foreignKey({
      columns: [table.accountId, table.galleryId],
      foreignColumns: [gallery.accountId, gallery.id],
    }).onDelete("cascade"),
  ],
);

export type GalleryRow = typeof gallery.$inferSelect;
