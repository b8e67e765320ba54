import { foreignKey, integer, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { mediaSchema } from "../../database-schema.js";
import { photo } from "../../photo/photo.table.js";

/** A piece of a resumable upload that has come in, sealed like the whole. Gone once the upload is whole or given up. */
export const uploadPart = mediaSchema.table(
  "upload_part",
  {
    accountId: uuid("account_id").notNull(),
    photoId: uuid("photo_id").notNull(),
    /** The place of its first byte in the file. */
    startsAt: integer("starts_at").notNull(),
    bytes: integer("bytes").notNull(),
    objectKey: text("object_key").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.accountId, table.photoId, table.startsAt] }),
    foreignKey({ columns: [table.accountId, table.photoId], foreignColumns: [photo.accountId, photo.id] }),
  ],
);

export type UploadPartRow = typeof uploadPart.$inferSelect;
