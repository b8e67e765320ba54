import { sql } from "drizzle-orm";
import { check, foreignKey, index, integer, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { bytes, mediaSchema, moment } from "../database-schema.js";
import { photo } from "../photo/photo.table.js";
import { REVIEW_REASONS, SUBMISSION_DECISIONS, SUBMISSION_STATUSES } from "./submission.values.js";

export const submissionStatus = mediaSchema.enum("submission_status", SUBMISSION_STATUSES);

/** A contact's photo on its way to the studio. `version` grows with every change. */
export const submission = mediaSchema.table(
  "submission",
  {
    accountId: uuid("account_id").notNull(),
    id: uuid("id").notNull(),
    contactId: uuid("contact_id").notNull(),
    studioId: uuid("studio_id").notNull(),
    /** The shot that the contact chose, of those in `submission_shot`. */
    photoId: uuid("photo_id").notNull(),
    status: submissionStatus("status").notNull(),
    /** The digest of the edited version that the contact reviewed and approved. */
    reviewedDigest: text("reviewed_digest"),
    createdAt: moment("created_at").notNull(),
    submittedAt: moment("submitted_at"),
    /** What the studio's reviewer said last; null until they did, and once the contact submits again. */
    decision: text("decision", { enum: SUBMISSION_DECISIONS }),
    decidedAt: moment("decided_at"),
    reviewReason: text("review_reason", { enum: REVIEW_REASONS }),
    /** The reviewer's words to the contact, sealed under the photo's data key: they go when the contact is erased. */
    reviewMessage: bytes("review_message"),
    /** The submission that it was parted from when a merge was undone: its message is sealed under that one's id. */
    partedFrom: uuid("parted_from"),
    version: integer("version").notNull().default(1),
  },
  (table) => [
    primaryKey({ columns: [table.accountId, table.id] }),
    foreignKey({ columns: [table.accountId, table.photoId], foreignColumns: [photo.accountId, photo.id] }),
    uniqueIndex("submission_by_photo").on(table.accountId, table.photoId),
    index("submission_by_contact").on(table.accountId, table.contactId, table.createdAt, table.id),
    index("submission_newest").on(table.accountId, table.createdAt, table.id),
    index("submission_by_status").on(table.accountId, table.status, table.createdAt, table.id),
    index("submission_by_studio").on(table.accountId, table.studioId, table.createdAt, table.id),
    index("submission_submitted").on(table.accountId, table.submittedAt, table.createdAt, table.id),
    check(
      "submission_decided",
      sql`status not in ('accepted', 'rejected') or (decision = status::text and decided_at is not null)`,
    ),
    check(
      "submission_reviewed",
      sql`status in ('draft', 'in_review', 'withdrawn', 'purged') or (reviewed_digest is not null and submitted_at is not null)`,
    ),
  ],
);

export type SubmissionRow = typeof submission.$inferSelect;
