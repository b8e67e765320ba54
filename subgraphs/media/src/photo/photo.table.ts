import { check, index, integer, primaryKey, smallint, text, uuid } from "drizzle-orm/pg-core";
import { sql } from "drizzle-orm";
import { mediaSchema, moment } from "../database-schema.js";
import type { ImageFormat } from "../imaging/image-format.js";
import type { PhotoFailure } from "./photo-failure.js";
import type { PhotoStep } from "./photo-step.js";

export const photoStatus = mediaSchema.enum("photo_status", ["uploading", "processing", "ready", "failed", "purged"]);

export type PhotoStatus = (typeof photoStatus.enumValues)[number];

/**
 * One original, from the link to upload it until it is purged. The bytes lie sealed under `object_key`: the uploaded
 * file at first, then the clean original in its place.
 */
export const photo = mediaSchema.table(
  "photo",
  {
    accountId: uuid("account_id").notNull(),
    id: uuid("id").notNull(),
    contactId: uuid("contact_id").notNull(),
    studioId: uuid("studio_id").notNull(),
    status: photoStatus("status").notNull(),
    uploadExpiresAt: moment("upload_expires_at").notNull(),
    format: text("format").$type<ImageFormat>(),
    width: integer("width"),
    height: integer("height"),
    /** The size of the object. */
    bytes: integer("bytes"),
    /** SHA-256 of the file as it was uploaded, in hexadecimal: by it the same file is known again. */
    originalDigest: text("original_digest"),
    /** SHA-256 of the original as it is kept and shown, free of metadata; null while the uploaded file lies there. */
    cleanDigest: text("clean_digest"),
    objectKey: text("object_key"),
    /** Whose data key seals the bytes, where the photo followed its contact in a merge; else the contact's own. */
    sealedFor: uuid("sealed_for"),
    /** The recipe whose derivative is the edited version. */
    recipeHash: text("recipe_hash"),
    failureCode: text("failure_code").$type<PhotoFailure>(),
    /** The step that is being done, or at which processing ended; null before the first. */
    step: text("step").$type<PhotoStep>(),
    /** How often processing began: a photo that keeps killing its worker is given up. */
    attempts: smallint("attempts").notNull().default(0),
    createdAt: moment("created_at").notNull(),
    updatedAt: moment("updated_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.accountId, table.id] }),
    index("photo_by_object").on(table.accountId, sql`${table.objectKey} collate "C"`),
    index("photo_by_contact").on(table.accountId, table.contactId),
    index("photo_to_clean")
      .on(table.accountId, table.id)
      .where(sql`clean_digest is null and object_key is not null`),
    check(
      "photo_original_known",
      sql`status not in ('processing', 'ready') or (object_key is not null and original_digest is not null)`,
    ),
    check("photo_edited_when_ready", sql`status <> 'ready' or recipe_hash is not null`),
    check("photo_failed_for_a_reason", sql`status <> 'failed' or failure_code is not null`),
  ],
);

export type PhotoRow = typeof photo.$inferSelect;
