import { foreignKey, index, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { mediaSchema } from "../database-schema.js";
import { photo } from "../photo/photo.table.js";
import { submission } from "./submission.table.js";

/** The photos that a contact took for a submission; they choose one. */
export const submissionShot = mediaSchema.table(
  "submission_shot",
  {
    accountId: uuid("account_id").notNull(),
    photoId: uuid("photo_id").notNull(),
    submissionId: uuid("submission_id").notNull(),
    /** The digest of the version of it instead of which another shot was asked for last. */
    refusedDigest: text("refused_digest"),
  },
  (table) => [
    primaryKey({ columns: [table.accountId, table.photoId] }),
    index("submission_shot_by_submission").on(table.accountId, table.submissionId, table.photoId),
    foreignKey({ columns: [table.accountId, table.photoId], foreignColumns: [photo.accountId, photo.id] }).onDelete(
      "cascade",
    ),
    foreignKey({
      columns: [table.accountId, table.submissionId],
      foreignColumns: [submission.accountId, submission.id],
    }).onDelete("cascade"),
  ],
);
