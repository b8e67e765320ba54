import { foreignKey, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { bytes, mediaSchema, moment } from "../database-schema.js";
import { photo } from "./photo.table.js";

/**
 * The mask of a photo's person, sealed under the photo's data key. It lies beside the photo's state, not among the
 * objects, so that it is there exactly when its step is done: no headshot asks for the background twice.
 */
export const photoMask = mediaSchema.table(
  "photo_mask",
  {
    accountId: uuid("account_id").notNull(),
    photoId: uuid("photo_id").notNull(),
    sealed: bytes("sealed").notNull(),
    removerVersion: text("remover_version").notNull(),
    createdAt: moment("created_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.accountId, table.photoId] }),
    foreignKey({ columns: [table.accountId, table.photoId], foreignColumns: [photo.accountId, photo.id] }).onDelete(
      "cascade",
    ),
  ],
);
