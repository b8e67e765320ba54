import { sql } from "drizzle-orm";
import { foreignKey, index, integer, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { mediaSchema, moment } from "../database-schema.js";
import { photo } from "./photo.table.js";

/** A picture made of a photo by one recipe. The recipe's hash names it: the same is never made twice. */
export const derivative = mediaSchema.table(
  "derivative",
  {
    accountId: uuid("account_id").notNull(),
    photoId: uuid("photo_id").notNull(),
    recipeHash: text("recipe_hash").notNull(),
    /** SHA-256 of the bytes, in hexadecimal: what a contact reviews and submits. */
    digest: text("digest").notNull(),
    width: integer("width").notNull(),
    height: integer("height").notNull(),
    bytes: integer("bytes").notNull(),
    contentType: text("content_type").notNull(),
    objectKey: text("object_key").notNull(),
    removerVersion: text("remover_version").notNull(),
    createdAt: moment("created_at").notNull(),
  },
  (table) => [
    index("derivative_by_object").on(table.accountId, sql`${table.objectKey} collate "C"`),
    primaryKey({ columns: [table.accountId, table.photoId, table.recipeHash] }),
    foreignKey({ columns: [table.accountId, table.photoId], foreignColumns: [photo.accountId, photo.id] }),
  ],
);

export type DerivativeRow = typeof derivative.$inferSelect;
